using RaceSystem.Timing.EdgeAgent.Spool;
using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.EdgeAgent.Lanes;

/// <summary>The batches of a lane, one after the other. For one thread.</summary>
internal sealed class LaneSource
{
    private readonly Lane _lane;
    private readonly SpoolCursor _cursor;
    private readonly BatchMerger _merger = new();
    private long _sequence;
    private long _record;

    private LaneSource(Lane lane, SpoolCursor cursor)
    {
        (_lane, _cursor) = (lane, cursor);
        (_sequence, _record) = (lane.Sequence, lane.Record);
    }

    /// <summary>A source of what comes behind the lane's position.</summary>
    internal static LaneSource After(Lane lane, ReadSpool spool, string deviceId) => new(lane, spool.OpenCursor(deviceId, lane.Record));

    /// <summary>The lane as Timing has it, which may be further than we knew: an ack was lost.</summary>
    internal static Lane Locate(Lane lane, long sequence, ReadSpool spool, string deviceId)
    {
        var source = After(lane, spool, deviceId);
        var reads = lane.ReadsThroughRecord;
        while (source._sequence < sequence && source.Next(isCounted: true) is { } batch)
        {
            reads = batch.ReadsThrough;
        }

        return lane.Reach(source._sequence, source._record, reads);
    }

    /// <summary>The next batch; null when there is none yet, or no more.</summary>
    internal LaneBatch? Next() => Next(isCounted: false);

    private LaneBatch? Next(bool isCounted) => _record >= _lane.Last || Peek() is not { } first ? null
        : _lane.IsMerged ? Merge(isCounted)
        : Single(first, isCounted);

    private LaneBatch Single(SpoolRecord record, bool isCounted)
    {
        _cursor.Advance();
        (_sequence, _record) = (_sequence + 1, record.Number);
        var batch = isCounted ? new ReadBatch() : record.Parse();
        batch.Sequence = _sequence;
        return new LaneBatch(batch, record.Number, record.ReadsThrough);
    }

    private LaneBatch Merge(bool isCounted)
    {
        var reads = 0L;
        while (Peek() is { } record && _merger.Fits(record))
        {
            if (isCounted)
            {
                _merger.Count(record);
            }
            else
            {
                _merger.Add(record);
            }

            (_record, reads) = (record.Number, record.ReadsThrough);
            _cursor.Advance();
        }

        var batch = _merger.Take();
        batch.Sequence = ++_sequence;
        return new LaneBatch(batch, _record, reads);
    }

    private SpoolRecord? Peek() => _cursor.Peek() is { } record && record.Number <= _lane.Last ? record : null;
}
