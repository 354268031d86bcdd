using System.Diagnostics;

namespace RaceSystem.Platform.Changelog;

/// <summary>What a commit hands to the publisher: contiguous records of one route, within a message's limits.</summary>
internal sealed record CommittedRange(
    string MeetId, string LogId, ChangelogRoute Route, IReadOnlyList<ChangelogRecord> Records, int Bytes, ActivityContext Trace)
{
    public long FirstSequence => Records[0].Sequence;

    public long LastSequence => Records[^1].Sequence;
}
