using RaceSystem.Timing.EdgeAgent.Lanes;
using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.EdgeAgent.Spool;

/// <summary>The devices of a spool, and where their records are. Not thread-safe; the spool locks.</summary>
internal sealed class SpoolDevices(IEnumerable<KeyValuePair<string, DeviceLanes>> found, Func<long> nextEpoch)
{
    private readonly Dictionary<string, DeviceLanes> _lanes = new(found);

    /// <summary>Whether anything is worth a checkpoint since one was taken.</summary>
    internal bool HasNews { get; private set; }

    /// <summary>The devices that are known, in order.</summary>
    internal IReadOnlyList<string> Ids => [.. _lanes.Keys.Order(StringComparer.Ordinal)];

    /// <summary>A device's lanes; a device that was not known begins here.</summary>
    internal DeviceLanes LanesOf(string deviceId)
    {
        if (!_lanes.TryGetValue(deviceId, out var lanes))
        {
            _lanes.Add(deviceId, lanes = new DeviceLanes(deviceId, 0, 0, [], [], null, nextEpoch));
            HasNews = true;
        }

        return lanes;
    }

    /// <summary>Changes a device's lanes in a way that is worth a checkpoint.</summary>
    internal T Change<T>(string deviceId, Func<DeviceLanes, T> change)
    {
        var result = change(LanesOf(deviceId));
        HasNews = true;
        return result;
    }

    /// <summary>Numbers batches as the next records of their devices.</summary>
    internal List<PendingFrame> FramesOf(IReadOnlyList<(string DeviceId, ReadBatch Batch)> group)
    {
        var frames = new List<PendingFrame>(group.Count);
        var next = new Dictionary<string, (long Number, long Reads)>();
        foreach (var (deviceId, batch) in group)
        {
            var (number, reads) = next.GetValueOrDefault(deviceId, (LanesOf(deviceId).Last, LanesOf(deviceId).Reads));
            frames.Add(PendingFrame.Record(deviceId, number + 1, reads, batch));
            next[deviceId] = (number + 1, reads + batch.TimeUs.Count);
        }

        return frames;
    }

    /// <summary>Records are on disk.</summary>
    internal void Appended(IEnumerable<PendingFrame> frames)
    {
        foreach (var frame in frames)
        {
            LanesOf(frame.DeviceId).Appended(frame.Number, frame.ReadsThrough);
        }
    }

    /// <summary>Where all devices' records are, as it is written.</summary>
    internal Checkpoint Snapshot() =>
        new([.. _lanes.Values.Select(lanes => new DeviceCheckpoint(lanes.DeviceId, lanes.Last, lanes.Reads, [.. lanes.CatchUps], [.. lanes.Done], lanes.Live))]);

    /// <summary>The same, to be written now: what is there is news no more.</summary>
    internal Checkpoint TakeNews()
    {
        HasNews = false;
        return Snapshot();
    }

    /// <summary>Whether Timing has every record before a segment.</summary>
    internal bool HasSentAllBefore(SpoolSegment segment) => _lanes.Values.All(lanes => lanes.FirstUnsent > segment.LastBefore(lanes.DeviceId));
}
