namespace RaceSystem.Timing.EdgeAgent.Spool;

/// <summary>
/// What a segment holds after whatever happened to it. A write that a power cut tore is told from damage: behind a torn
/// write lies nothing of a later group, because the next group is written only after the flush.
/// </summary>
/// <param name="Frames">The frames that count, in order.</param>
/// <param name="End">Where the next frame would begin.</param>
/// <param name="TornBytes">Bytes of the last write that no flush completed; nothing of it was acknowledged.</param>
/// <param name="Damage">Ranges in which acknowledged frames lay that cannot be read any more.</param>
internal sealed record SegmentScan(IReadOnlyList<SpoolFrame> Frames, long End, long TornBytes, IReadOnlyList<(long From, long To)> Damage)
{
    /// <summary>Scans a segment.</summary>
    /// <param name="bytes">All of it, or all up to where the next segment says that it ends.</param>
    /// <param name="isSealed">Whether the next segment says where it ends: then nothing in it is torn.</param>
    internal static SegmentScan Of(ReadOnlySpan<byte> bytes, bool isSealed)
    {
        var frames = new List<SpoolFrame>();
        var damage = new List<(long From, long To)>();
        var at = 0;
        while (at < bytes.Length)
        {
            if (SpoolFrame.TryRead(bytes, at, 0, out var frame))
            {
                frames.Add(frame);
                at = (int)frame.End;
                continue;
            }

            var rest = Salvage(bytes, at);
            if (!isSealed && IsTorn(frames, rest))
            {
                return Cut(frames, damage, bytes, at);
            }

            var next = rest.Count > 0 ? (int)rest[0].Offset : bytes.Length;
            damage.Add((at, next));
            at = next;
        }

        return isSealed ? new SegmentScan(frames, at, 0, damage) : Cut(frames, damage, bytes, at);
    }

    /// <summary>Drops the group at the end that is not whole.</summary>
    private static SegmentScan Cut(List<SpoolFrame> frames, List<(long From, long To)> damage, ReadOnlySpan<byte> bytes, int end)
    {
        var written = bytes.LastIndexOfAnyExcept((byte)0) + 1;
        if (frames.Count > 0 && !frames[^1].IsLastOfGroup)
        {
            var group = frames[^1].Group;
            var first = frames.FindIndex(frame => frame.Group == group);
            end = (int)frames[first].Offset;
            frames.RemoveRange(first, frames.Count - first);
        }

        return new SegmentScan(frames, end, Math.Max(0, written - end), damage);
    }

    private static bool IsTorn(List<SpoolFrame> before, List<SpoolFrame> behind)
    {
        if (before.Count == 0)
        {
            return behind.Count == 0;
        }

        var last = before[^1];
        var torn = last.IsLastOfGroup ? last.Group + 1 : last.Group;
        return behind.TrueForAll(frame => frame.Group <= torn);
    }

    /// <summary>The whole frames behind a place that holds none.</summary>
    private static List<SpoolFrame> Salvage(ReadOnlySpan<byte> bytes, int at)
    {
        var found = new List<SpoolFrame>();
        var from = at + 1;
        while (from < bytes.Length && bytes[from..].IndexOf(SpoolFrame.Magic) is >= 0 and var distance)
        {
            from += distance;
            if (SpoolFrame.TryRead(bytes, from, 0, out var frame))
            {
                found.Add(frame);
                from = (int)frame.End;
            }
            else
            {
                from++;
            }
        }

        return found;
    }
}
