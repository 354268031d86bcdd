using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace RaceSystem.ServiceDefaults.Telemetry;

/// <summary>Traces, metrics and logs over OTLP. Without <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> nothing is recorded, so that a
/// laptop pays nothing. Names are listed in docs/telemetry.md.</summary>
internal static class TelemetrySetup
{
    public const string EndpointVariable = "OTEL_EXPORTER_OTLP_ENDPOINT";
    public const string ServiceNameVariable = "OTEL_SERVICE_NAME";

    private static readonly string[] Sources = ["RaceSystem.*", "MassTransit", "Npgsql", "Grpc.Net.Client", "Grpc.AspNetCore.Server"];
    private static readonly string[] Meters = ["RaceSystem.*", "MassTransit", "Npgsql", "Polly"];

    public static void AddTelemetry(this IHostApplicationBuilder builder)
    {
        if (string.IsNullOrWhiteSpace(builder.Configuration[EndpointVariable]))
        {
            return;
        }

        builder.Logging.AddOpenTelemetry(logs =>
        {
            logs.IncludeFormattedMessage = true;
            logs.IncludeScopes = true;
        });
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(ServiceName(builder)))
            .WithTracing(tracing => tracing
                .AddSource(Sources)
                .AddAspNetCoreInstrumentation(options => options.Filter = IsWorthATrace)
                .AddHttpClientInstrumentation())
            .WithMetrics(metrics => metrics
                .AddMeter(Meters)
                .AddAspNetCoreInstrumentation()
                .AddHttpClientInstrumentation()
                .AddRuntimeInstrumentation())
            .UseOtlpExporter();
    }

    /// <summary><c>OTEL_SERVICE_NAME</c>, else the host's name: RaceSystem.Timing.Host is <c>timing</c>.</summary>
    internal static string ServiceName(IHostApplicationBuilder builder) =>
        builder.Configuration[ServiceNameVariable] is { Length: > 0 } name
            ? name
            : ServiceDefaultsExtensions.HostName(builder.Environment.ApplicationName);

    private static bool IsWorthATrace(HttpContext context) =>
        !context.Request.Path.StartsWithSegments(ServiceDefaultsExtensions.HealthPath, StringComparison.Ordinal)
        && !context.Request.Path.StartsWithSegments(ServiceDefaultsExtensions.AlivePath, StringComparison.Ordinal);
}
