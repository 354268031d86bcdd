using Microsoft.Extensions.Logging;
using RaceSystem.Platform.Telemetry;

namespace RaceSystem.Platform.Changelog.Following;

/// <summary>Hands what is applied to the projection and keeps it to be stored.</summary>
internal sealed class AppliedLogs(string service, string owner, IChangelogProjection projection, ILogger log) : IAppliedSink
{
    private const string Live = "live";
    private const string Copy = "copy";

    /// <summary>What is applied and not stored yet.</summary>
    public PendingCopies Pending { get; } = new();

    public void Reset(string meetId, string oldLogId, string newLogId)
    {
        log.LogMadeAnew(owner, meetId, oldLogId, newLogId);
        Pending.StartOver(meetId, newLogId);
        Project(meetId, () => projection.Reset(meetId), 0);
    }

    public void Applied(string meetId, string logId, IReadOnlyList<ChangelogRecord> records, long from, long through)
    {
        Project(meetId, () => projection.Apply(meetId, records, through), through);
        Pending.Add(meetId, logId, records, from, through);
        Count(records, Live);
    }

    /// <summary>A log is about to be read from the stored copy.</summary>
    public void BeginCopy(string meetId) => Project(meetId, () => projection.Reset(meetId), 0);

    /// <summary>Records of the stored copy: applied, and stored already.</summary>
    public void AppliedFromCopy(string meetId, IReadOnlyList<ChangelogRecord> records, long through)
    {
        Project(meetId, () => projection.Apply(meetId, records, through), through);
        Count(records, Copy);
    }

    private void Project(string meetId, Action apply, long through)
    {
        try
        {
            apply();
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // A projection that fails on a record would fail on it for ever: it is told, and the log goes on.
            log.ProjectionFailed(service, owner, meetId, through, error);
        }
    }

    private void Count(IReadOnlyList<ChangelogRecord> records, string source) =>
        PlatformTelemetry.RecordsApplied.Add(records.Count, PlatformTelemetry.Owner(owner), PlatformTelemetry.SourceOf(source));
}
