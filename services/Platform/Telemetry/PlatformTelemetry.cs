using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace RaceSystem.Platform.Telemetry;

/// <summary>What Platform emits, under the names of <see cref="TelemetryNames"/>.</summary>
internal static class PlatformTelemetry
{
    public static readonly ActivitySource Source = new(TelemetryNames.Platform);

    private static readonly Meter Meter = new(TelemetryNames.Platform);

    public static readonly Counter<long> RecordsCommitted = Meter.CreateCounter<long>(TelemetryNames.RecordsCommitted);
    public static readonly Histogram<double> CommitDuration = Meter.CreateHistogram<double>(TelemetryNames.CommitDuration, "s");
    public static readonly Counter<long> MessagesPublished = Meter.CreateCounter<long>(TelemetryNames.MessagesPublished);
    public static readonly Counter<long> RangesDropped = Meter.CreateCounter<long>(TelemetryNames.RangesDropped);
    public static readonly Counter<long> RecordsApplied = Meter.CreateCounter<long>(TelemetryNames.RecordsApplied);
    public static readonly Counter<long> GapsFetched = Meter.CreateCounter<long>(TelemetryNames.GapsFetched);

    public static KeyValuePair<string, object?> Owner(string owner) => new(TelemetryNames.OwnerTag, owner);

    public static KeyValuePair<string, object?> SourceOf(string source) => new(TelemetryNames.SourceTag, source);
}
