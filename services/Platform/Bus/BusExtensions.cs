using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using RaceSystem.Platform.Modules;

namespace RaceSystem.Platform.Bus;

/// <summary>The bus of a host: RabbitMQ when <c>ConnectionStrings:messaging</c> is set, otherwise in-memory.</summary>
public static class BusExtensions
{
    /// <summary>Messages in flight to one consumer. With a message's limit of 512 KiB of records (base64: 700 KiB) 45 MiB at the very most.</summary>
    private const int Prefetch = 64;

    /// <summary>How long the host waits for the bus to stop.</summary>
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Registers a consumer that forwards what the bus delivers to a follower, on an own temporary queue of this instance.
    /// Messages come one at a time and, as far as the bus can, in order.
    /// </summary>
    /// <param name="bus">The host's bus.</param>
    /// <param name="service">Short name of the consuming service: the prefix of the endpoint.</param>
    public static void AddFollowerConsumer<TConsumer>(this IBusRegistrationConfigurator bus, string service)
        where TConsumer : class, IConsumer
    {
        // The type stands in the endpoint's name, so that two consumers of one service do not share a queue; the id makes it this instance's own.
        var consumer = typeof(TConsumer).Name.ToLowerInvariant();
        bus.AddConsumer<TConsumer>().Endpoint(endpoint =>
        {
            endpoint.Name = $"{service}-{consumer}-{Guid.NewGuid():N}";
            endpoint.Temporary = true;
            endpoint.PrefetchCount = Prefetch;
            endpoint.ConcurrentMessageLimit = 1;
        });
    }

    /// <summary>Registers the host's only bus with the consumers of all modules.</summary>
    internal static void AddBus(this IHostApplicationBuilder builder, IReadOnlyList<IServiceModule> modules)
    {
        var broker = builder.Configuration.GetConnectionString("messaging");
        builder.Services.Configure<MassTransitHostOptions>(options =>
        {
            // The host runs while the broker is away; MassTransit goes on trying.
            options.WaitUntilStarted = false;
            options.StopTimeout = StopTimeout;
        });
        builder.Services.AddMassTransit(bus =>
        {
            bus.DisableUsageTelemetry();
            bus.SetKebabCaseEndpointNameFormatter();
            foreach (var module in modules)
            {
                module.AddConsumers(bus);
            }

            if (string.IsNullOrWhiteSpace(broker))
            {
                bus.UsingInMemory((context, factory) => factory.ConfigureEndpoints(context));
            }
            else
            {
                var address = BrokerAddress.Parse(broker);
                bus.UsingRabbitMq((context, factory) =>
                {
                    factory.Host(address);
                    factory.PrefetchCount = Prefetch;
                    factory.ConfigureEndpoints(context);
                });
            }
        });
    }
}
