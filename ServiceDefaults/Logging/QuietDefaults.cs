using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.Hosting;

namespace RaceSystem.ServiceDefaults.Logging;

/// <summary>Log levels under every other setting: frameworks speak up from Warning on, since a line a request would drown
/// the race. Any configuration of <c>Logging</c> goes over them.</summary>
internal static class QuietDefaults
{
    private static readonly Dictionary<string, string?> Levels = new()
    {
        ["Logging:LogLevel:Default"] = "Information",
        ["Logging:LogLevel:Microsoft"] = "Warning",
        ["Logging:LogLevel:Microsoft.Hosting.Lifetime"] = "Information",

        // Whoever asks for health gets the answer; a database that is waited for is told once, by the one that waits.
        ["Logging:LogLevel:Microsoft.Extensions.Diagnostics.HealthChecks"] = "Critical",
        ["Logging:LogLevel:System.Net.Http"] = "Warning",
        ["Logging:LogLevel:Grpc"] = "Warning",
        ["Logging:LogLevel:MassTransit"] = "Warning",
        ["Logging:LogLevel:Polly"] = "Warning",
    };

    public static void AddQuietDefaults(this IHostApplicationBuilder builder) =>
        builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = Levels });
}
