using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using RaceSystem.ServiceDefaults.Clients;
using RaceSystem.ServiceDefaults.Health;
using RaceSystem.ServiceDefaults.Listening;
using RaceSystem.ServiceDefaults.Logging;
using RaceSystem.ServiceDefaults.Telemetry;

namespace RaceSystem.ServiceDefaults;

/// <summary>What every host gets: telemetry, health, discovery, resilience, and one port for HTTP/1.1 and HTTP/2.</summary>
public static class ServiceDefaultsExtensions
{
    /// <summary>All health checks; 503 while any is unhealthy.</summary>
    public const string HealthPath = "/health";

    /// <summary>Only the checks tagged <c>live</c>: the process runs and answers.</summary>
    public const string AlivePath = "/alive";

    /// <summary>Tag of the checks that <see cref="AlivePath"/> runs.</summary>
    public const string LiveTag = "live";

    /// <summary>Registers the defaults; call it first.</summary>
    public static TBuilder AddServiceDefaults<TBuilder>(this TBuilder builder)
        where TBuilder : IHostApplicationBuilder
    {
        builder.AddQuietDefaults();
        builder.AddTelemetry();
        builder.Services.AddHealthChecks().AddCheck("self", () => HealthCheckResult.Healthy(), [LiveTag]);

        builder.Services.AddServiceDiscovery();
        builder.Services.ConfigureHttpClientDefaults(client => client.AddPlainHttpResilience().AddServiceDiscovery());

        builder.Services.Configure<ListeningOptions>(builder.Configuration.GetSection(ListeningOptions.Section));
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IConfigureOptions<KestrelServerOptions>, OnePortSetup>());
        builder.Services.AddHostedService<ListeningReport>();

        // Streams end and queues flush within this; an orchestrator kills after 30 s.
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(20));
        return builder;
    }

    /// <summary>Maps <see cref="HealthPath"/> and <see cref="AlivePath"/>.</summary>
    public static WebApplication MapServiceDefaults(this WebApplication app)
    {
        app.MapHealthChecks(HealthPath, new HealthCheckOptions { ResponseWriter = HealthReportWriter.WriteAsync });
        app.MapHealthChecks(AlivePath, new HealthCheckOptions
        {
            Predicate = check => check.Tags.Contains(LiveTag),
            ResponseWriter = HealthReportWriter.WriteAsync,
        });
        return app;
    }

    /// <summary>True when every named connection string is set. Otherwise says on standard error which environment
    /// variable is missing, for the host to end with exit code 1.</summary>
    public static bool HasConnectionStrings(this IHostApplicationBuilder builder, params string[] names)
    {
        var missing = names.Where(name => string.IsNullOrWhiteSpace(builder.Configuration.GetConnectionString(name))).ToArray();
        foreach (var name in missing)
        {
            Console.Error.WriteLine(
                $"{HostName(builder.Environment.ApplicationName)} cannot start: the connection string '{name}' is missing. "
                + $"Set the environment variable ConnectionStrings__{name} (docs/operations.md shows its form).");
        }

        return missing.Length == 0;
    }

    internal static string HostName(string applicationName)
    {
        var name = applicationName.StartsWith("RaceSystem.", StringComparison.Ordinal) ? applicationName["RaceSystem.".Length..] : applicationName;
        name = name.EndsWith(".Host", StringComparison.Ordinal) ? name[..^".Host".Length] : name;
        return name.ToLowerInvariant();
    }
}
