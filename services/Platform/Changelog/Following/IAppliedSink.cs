namespace RaceSystem.Platform.Changelog.Following;

/// <summary>Told what a followed log applied, in order.</summary>
internal interface IAppliedSink
{
    /// <summary>The log starts over.</summary>
    void Reset(string meetId, string oldLogId, string newLogId);

    /// <summary>Records were applied: the log was complete through <paramref name="from"/> before, through <paramref name="through"/> now.</summary>
    void Applied(string meetId, string logId, IReadOnlyList<ChangelogRecord> records, long from, long through);
}
