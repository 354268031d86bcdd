using System.Collections.Concurrent;
using RaceSystem.Timing.EdgeAgent.Spool;

namespace RaceSystem.Timing.EdgeAgent.Lanes;

/// <summary>
/// Decides which lanes a device's records take, each time that Timing tells how far one of them is. Safe to use from several
/// threads.
/// </summary>
internal sealed class LaneKeeper(ReadSpool spool, string deviceId, ILogger logger)
{
    /// <summary>A live lane that connects with more unsent records than this leaves them behind for a lane that catches up.</summary>
    private const int RollFromRecords = 16;

    /// <summary>Likewise while it is connected, with more reads.</summary>
    private const int RollFromReads = 50_000;

    private readonly ConcurrentDictionary<long, bool> _verified = new();

    /// <summary>The lane that takes new records.</summary>
    internal Lane Live => spool.With(deviceId, lanes => lanes.Live);

    /// <summary>
    /// The lane to catch up with next; null when there is none. After a reconnect first those that ended last: a Timing that was
    /// restored from an older backup lacks them.
    /// </summary>
    internal Lane? NextBehind => spool.With(deviceId, lanes =>
        lanes.Done.FirstOrDefault(lane => !_verified.ContainsKey(lane.Epoch)) ?? (lanes.CatchUps.Count > 0 ? lanes.CatchUps[0] : null));

    /// <summary>Timing was away: who knows with which database it comes back.</summary>
    internal void Parted() => _verified.Clear();

    /// <summary>Timing told how far the live lane is. Null: look again, it is another one now.</summary>
    internal Lane? OpenLive(Lane lane, long durable)
    {
        if (!TryLocate(lane, durable, out var found))
        {
            return null;
        }

        var isRolled = spool.Change(deviceId, lanes =>
        {
            lanes.Reached(found);
            return lanes.Live.Epoch != found.Epoch || (lanes.Last - found.Record > RollFromRecords && lanes.TryRoll());
        });
        if (isRolled)
        {
            KeepLanes();
            return null;
        }

        return found;
    }

    /// <summary>Timing told how far a lane is that catches up. Null: look again, it is done or another one now.</summary>
    internal Lane? OpenBehind(Lane lane, long durable)
    {
        if (!TryLocate(lane, durable, out var found))
        {
            return null;
        }

        _verified[lane.Epoch] = true;
        if (found.IsDone && spool.With(deviceId, lanes => lanes.Find(found.Epoch) is null))
        {
            return null;
        }

        var next = spool.Change(deviceId, lanes =>
        {
            lanes.Reached(found);
            return found.IsDone || lanes.Find(found.Epoch) is null ? null : lanes.Merge(found);
        });
        if (next is not null && next.Epoch != found.Epoch)
        {
            KeepLanes();
            return null;
        }

        return next;
    }

    /// <summary>Timing has more of a lane.</summary>
    internal void Reached(Lane lane)
    {
        _verified[lane.Epoch] = true;
        spool.Change(deviceId, lanes =>
        {
            // Meanwhile it may have been closed or replaced: only the position is the caller's.
            if (lanes.Find(lane.Epoch) is { } current)
            {
                lanes.Reached(current.Reach(lane.Sequence, lane.Record, lane.ReadsThroughRecord));
            }

            return true;
        });
    }

    /// <summary>Whether a lane still takes new records; leaves its backlog to one that catches up when it has become long.</summary>
    internal bool IsStillLive(Lane lane)
    {
        var (isOther, isLong) = spool.With(deviceId, lanes => (lanes.Live.Epoch != lane.Epoch, lanes.Reads - lanes.Live.ReadsThroughRecord > RollFromReads));
        if (isOther || !isLong || !spool.Change(deviceId, lanes => lanes.TryRoll()))
        {
            return !isOther;
        }

        KeepLanes();
        return false;
    }

    /// <summary>Whether a lane still has to catch up.</summary>
    internal bool IsStillBehind(Lane lane) => spool.With(deviceId, lanes => lanes.Find(lane.Epoch) is not null);

    /// <summary>Where a lane is by what Timing has; false when Timing has less than it once acknowledged, and everything goes anew.</summary>
    private bool TryLocate(Lane lane, long durable, out Lane found)
    {
        found = lane;
        if (durable >= lane.Sequence)
        {
            found = durable == lane.Sequence ? lane : LaneSource.Locate(lane, durable, spool, deviceId);
            return true;
        }

        LogMessages.TimingForgot(logger, deviceId, durable, lane.Sequence);
        var after = spool.OldestKept(deviceId);
        var readsBefore = spool.OpenCursor(deviceId, after).Peek()?.ReadsBefore ?? 0;
        spool.Change(deviceId, lanes =>
        {
            lanes.SendAgain(after, readsBefore);
            return true;
        });
        KeepLanes();
        return false;
    }

    /// <summary>The lanes are others: makes that durable before anything goes by them.</summary>
    private void KeepLanes()
    {
        try
        {
            spool.WriteCheckpoint();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // After a crash the records would go by yet other lanes once more; Timing counts equal reads once.
            LogMessages.CheckpointFailed(logger, exception.Message);
        }

        spool.Changed.Raise();
    }
}
