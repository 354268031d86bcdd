using System.Diagnostics;

namespace RaceSystem.Platform.Changelog;

/// <summary>Cuts a committed range into messages: at every change of route, and at the limits of a message.</summary>
internal static class RangeSplitter
{
    /// <summary>Most records of one message.</summary>
    public const int MaxRecords = 2_000;

    /// <summary>Most bytes of keys and values in one message; a single larger record goes alone.</summary>
    public const int MaxBytes = 512 * 1024;

    /// <summary>What a record costs beside its key and value on the wire.</summary>
    private const int RecordOverhead = 16;

    public static IEnumerable<CommittedRange> Split(
        string meetId, string logId, IReadOnlyList<ChangelogRoute> routes, IReadOnlyList<ChangelogRecord> records, ActivityContext trace)
    {
        var start = 0;
        var bytes = 0;
        ChangelogRoute? current = null;
        for (var i = 0; i < records.Count; i++)
        {
            var route = RouteOf(routes, records[i].Key);
            var size = SizeOf(records[i]);
            if (current is not null && (route != current || i - start >= MaxRecords || bytes + size > MaxBytes))
            {
                yield return new CommittedRange(meetId, logId, current, Slice(records, start, i), bytes, trace);
                start = i;
                bytes = 0;
            }

            current = route;
            bytes += size;
        }

        if (current is not null)
        {
            yield return new CommittedRange(meetId, logId, current, Slice(records, start, records.Count), bytes, trace);
        }
    }

    /// <summary>Whether two ranges that follow each other fit into one message.</summary>
    public static bool Joins(CommittedRange left, CommittedRange right) =>
        left.Route == right.Route && left.MeetId == right.MeetId && left.LogId == right.LogId
        && left.LastSequence + 1 == right.FirstSequence
        && left.Records.Count + right.Records.Count <= MaxRecords && left.Bytes + right.Bytes <= MaxBytes;

    public static CommittedRange Join(CommittedRange left, CommittedRange right) =>
        left with { Records = [.. left.Records, .. right.Records], Bytes = left.Bytes + right.Bytes };

    private static ChangelogRoute RouteOf(IReadOnlyList<ChangelogRoute> routes, string key)
    {
        foreach (var route in routes)
        {
            if (route.Takes(key))
            {
                return route;
            }
        }

        throw new UnreachableException("ChangelogRoutes requires a default route.");
    }

    private static int SizeOf(ChangelogRecord record) => record.Key.Length + record.Value.Length + RecordOverhead;

    private static IReadOnlyList<ChangelogRecord> Slice(IReadOnlyList<ChangelogRecord> records, int from, int to)
    {
        if (from == 0 && to == records.Count)
        {
            return records;
        }

        var slice = new ChangelogRecord[to - from];
        for (var i = from; i < to; i++)
        {
            slice[i - from] = records[i];
        }

        return slice;
    }
}
