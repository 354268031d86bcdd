using System.Diagnostics;
using System.Diagnostics.Metrics;
using RaceSystem.Platform.Telemetry;

namespace RaceSystem.Results.Service;

/// <summary>What Results emits; docs/telemetry.md lists it.</summary>
internal static class ResultsTelemetry
{
    /// <summary>Span of taking records into a meet's state.</summary>
    public const string ApplyActivity = "results apply";

    /// <summary>Span of making a snapshot; child of the first apply it contains, linked to the others.</summary>
    public const string SnapshotActivity = "results snapshot";

    /// <summary>Span of evaluating a scenario, the copy included.</summary>
    public const string ScenarioActivity = "results scenario";

    public static readonly ActivitySource Source = new(TelemetryNames.Results);

    private static readonly Meter Meter = new(TelemetryNames.Results);

    /// <summary>Time to score what changed and to make a snapshot.</summary>
    public static readonly Histogram<double> SnapshotDuration = Meter.CreateHistogram<double>("racesystem.results.snapshot_duration", "s");

    /// <summary>Open WatchStandings streams.</summary>
    public static readonly UpDownCounter<long> Watchers = Meter.CreateUpDownCounter<long>("racesystem.results.watchers");
}
