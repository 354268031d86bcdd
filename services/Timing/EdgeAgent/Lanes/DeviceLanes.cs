namespace RaceSystem.Timing.EdgeAgent.Lanes;

/// <summary>
/// Which records of a device are where: what Timing lacks is exactly the rest of the live lane and of the lanes that catch
/// up. Not thread-safe; the spool locks.
/// </summary>
internal sealed class DeviceLanes
{
    /// <summary>Lanes that may catch up at once; with more, the live lane keeps its backlog.</summary>
    internal const int MaxCatchUps = 16;

    /// <summary>A closed lane with more records than this is sent anew in merged batches.</summary>
    internal const int MergeFrom = 8;

    /// <summary>Lanes that are remembered after their end, to find out whether Timing still has them.</summary>
    private const int MaxDone = 4;

    private readonly Func<long> _nextEpoch;
    private readonly List<Lane> _catchUps;
    private readonly List<Lane> _done;

    internal DeviceLanes(string deviceId, long last, long reads, IEnumerable<Lane> catchUps, IEnumerable<Lane> done, Lane? live, Func<long> nextEpoch)
    {
        DeviceId = deviceId;
        Last = last;
        Reads = reads;
        _nextEpoch = nextEpoch;
        _catchUps = [.. catchUps];
        _done = [.. done];
        Live = live ?? Lane.Live(nextEpoch(), last, reads);
    }

    internal string DeviceId { get; }

    /// <summary>Number of the newest record.</summary>
    internal long Last { get; private set; }

    /// <summary>Reads in all records.</summary>
    internal long Reads { get; private set; }

    /// <summary>Takes new records.</summary>
    internal Lane Live { get; private set; }

    /// <summary>The lanes that catch up, the oldest records first.</summary>
    internal IReadOnlyList<Lane> CatchUps => _catchUps;

    /// <summary>Lanes that ended last, as far as Timing has them.</summary>
    internal IReadOnlyList<Lane> Done => _done;

    /// <summary>Reads that Timing lacks.</summary>
    internal long UnsentReads => Reads - Live.ReadsThroughRecord + _catchUps.Sum(lane => lane.ReadsThroughLast - lane.ReadsThroughRecord);

    /// <summary>Number of the oldest record that Timing lacks; one behind the newest when it has all.</summary>
    internal long FirstUnsent => _catchUps.Count > 0 ? _catchUps.Min(lane => lane.Record) + 1 : Live.Record + 1;

    /// <summary>A record is on disk.</summary>
    internal void Appended(long number, long readsThrough) => (Last, Reads) = (number, readsThrough);

    /// <summary>The agent starts: whatever the disk may have lost, no sequence of the last life stands for new records.</summary>
    internal void BeginLife()
    {
        if (Live.Record < Last)
        {
            _catchUps.Add(Live.Close(Last, Reads));
        }
        else
        {
            End(Live);
        }

        Live = Lane.Live(_nextEpoch(), Last, Reads);
    }

    /// <summary>Records are damaged or Timing forgot: sends everything after a record once more, merged.</summary>
    internal void SendAgain(long after, long readsThroughAfter)
    {
        _catchUps.Clear();
        _done.Clear();
        if (after < Last)
        {
            _catchUps.Add(Lane.Merged(_nextEpoch(), after, readsThroughAfter, Last, Reads));
        }

        Live = Lane.Live(_nextEpoch(), Last, Reads);
    }

    /// <summary>Turns what the live lane has not sent into a lane that catches up, so that new records do not wait behind it.</summary>
    internal bool TryRoll()
    {
        if (_catchUps.Count >= MaxCatchUps || Live.Record >= Last)
        {
            return false;
        }

        End(Live);
        _catchUps.Add(Lane.Merged(_nextEpoch(), Live.Record, Live.ReadsThroughRecord, Last, Reads));
        Live = Lane.Live(_nextEpoch(), Last, Reads);
        return true;
    }

    /// <summary>Turns the rest of a closed lane of single records into a merged one, when that saves something.</summary>
    internal Lane Merge(Lane lane)
    {
        var at = _catchUps.FindIndex(other => other.Epoch == lane.Epoch);
        if (at < 0 || lane.IsMerged || lane.Last - lane.Record <= MergeFrom)
        {
            return lane;
        }

        End(lane);
        return _catchUps[at] = Lane.Merged(_nextEpoch(), lane.Record, lane.ReadsThroughRecord, lane.Last, lane.ReadsThroughLast);
    }

    /// <summary>The lane of an epoch; null when it is done or was replaced.</summary>
    internal Lane? Find(long epoch) => Live.Epoch == epoch ? Live : _catchUps.Find(lane => lane.Epoch == epoch);

    /// <summary>Timing has more of a lane.</summary>
    internal void Reached(Lane lane)
    {
        if (Live.Epoch == lane.Epoch)
        {
            Live = lane;
            return;
        }

        var at = _catchUps.FindIndex(other => other.Epoch == lane.Epoch);
        if (at >= 0 && lane.IsDone)
        {
            _catchUps.RemoveAt(at);
            End(lane);
        }
        else if (at >= 0)
        {
            _catchUps[at] = lane;
        }
    }

    private void End(Lane lane)
    {
        if (lane.Sequence == 0)
        {
            return;
        }

        _done.Add(lane.Close(lane.Record, lane.ReadsThroughRecord));
        if (_done.Count > MaxDone)
        {
            _done.RemoveAt(0);
        }
    }
}
