using System.Diagnostics.Metrics;
using RaceSystem.Platform.Telemetry;

namespace RaceSystem.Dashboard.Service;

/// <summary>What Dashboard emits; docs/telemetry.md lists it.</summary>
internal static class DashboardTelemetry
{
    private static readonly Meter Meter = new(TelemetryNames.Dashboard);

    /// <summary>Browsers with an open event stream.</summary>
    public static readonly UpDownCounter<long> Viewers = Meter.CreateUpDownCounter<long>("racesystem.dashboard.viewers");

    /// <summary>Subscriptions open at other services, by <c>service</c>.</summary>
    public static readonly UpDownCounter<long> Subscriptions = Meter.CreateUpDownCounter<long>("racesystem.dashboard.subscriptions");

    /// <summary>How often a browser was too slow and skipped to the newest state.</summary>
    public static readonly Counter<long> Skips = Meter.CreateCounter<long>("racesystem.dashboard.skips");

    /// <summary>How often a subscription was lost, by <c>service</c>.</summary>
    public static readonly Counter<long> Losses = Meter.CreateCounter<long>("racesystem.dashboard.losses");

    /// <summary>The tag <c>service</c>.</summary>
    public static KeyValuePair<string, object?> Service(string name) => new("service", name);
}
