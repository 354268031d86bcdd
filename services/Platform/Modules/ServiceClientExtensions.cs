using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Http.Resilience;

namespace RaceSystem.Platform.Modules;

/// <summary>Registers gRPC clients of other services.</summary>
public static class ServiceClientExtensions
{
    private static readonly TimeSpan PingDelay = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan PingTimeout = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(5);

    /// <summary>
    /// A typed gRPC client of a service at <c>http://&lt;service&gt;</c>: resolved by service discovery, or this host itself
    /// where the service is one of its modules. No deadline by default: callers set one, streams need none.
    /// </summary>
    public static IHostApplicationBuilder AddServiceClient<TClient>(this IHostApplicationBuilder builder, string service)
        where TClient : ClientBase =>
        builder.AddNamedServiceClient<TClient>(typeof(TClient).Name, service);

    /// <summary>The same under a name, for a client type that speaks to several services.</summary>
    internal static IHostApplicationBuilder AddNamedServiceClient<TClient>(this IHostApplicationBuilder builder, string name, string service)
        where TClient : ClientBase
    {
        // Several modules of one host may need the same client.
        if (builder.Services.Any(known => known.ImplementationInstance is ServiceClientMark mark && mark.Name == name))
        {
            return builder;
        }

        builder.Services.AddSingleton(new ServiceClientMark(name));
        builder.Services
            .AddGrpcClient<TClient>(name, options => options.Address = new Uri($"http://{service}"))
            .AddHttpMessageHandler(provider => new LocalModuleHandler(service, provider))
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                EnableMultipleHttp2Connections = true,
                KeepAlivePingDelay = PingDelay,
                KeepAlivePingTimeout = PingTimeout,
                KeepAlivePingPolicy = HttpKeepAlivePingPolicy.WithActiveRequests,
                ConnectTimeout = ConnectTimeout,
                PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan,
            })
            .ConfigureAdditionalHttpMessageHandlers((handlers, _) =>
            {
                // Retries and timeouts made for short HTTP requests would cut streams.
                for (var i = handlers.Count - 1; i >= 0; i--)
                {
                    if (handlers[i] is ResilienceHandler)
                    {
                        handlers.RemoveAt(i);
                    }
                }
            });
        return builder;
    }

    private sealed record ServiceClientMark(string Name);
}
