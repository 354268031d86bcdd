using RaceSystem.Timing.EdgeAgent.Lanes;
using RaceSystem.Timing.EdgeAgent.Spool.Disk;

namespace RaceSystem.Timing.EdgeAgent.Spool;

/// <summary>
/// Finds out what a spool's folder holds, after a clean stop, a power cut or damage. Changes nothing but leftovers: segments
/// that were begun and never used.
/// </summary>
internal sealed class SpoolRecovery(ISpoolDisk disk, SpoolSettings settings, Func<long> nextEpoch)
{
    private readonly Dictionary<string, DeviceLanes> _devices = [];

    /// <summary>The segments that count, the oldest first.</summary>
    internal List<SpoolSegment> Segments { get; } = [];

    /// <summary>Lanes of each device.</summary>
    internal IReadOnlyDictionary<string, DeviceLanes> Devices => _devices;

    /// <summary>The newest group.</summary>
    internal long LastGroup { get; private set; }

    /// <summary>Bytes of a write that a power cut tore.</summary>
    internal long TornBytes { get; private set; }

    /// <summary>Bytes of acknowledged reads that cannot be read any more.</summary>
    internal long DamagedBytes => Segments.Sum(segment => segment.DamagedBytes);

    /// <summary>Number of the newest file, also of one that does not count.</summary>
    internal long LastNumber { get; private set; }

    /// <exception cref="InvalidDataException">The folder holds the spool of another meet.</exception>
    internal void Run()
    {
        var heads = Chain();
        var from = Math.Max(0, heads.FindLastIndex(head => head.Checkpoint is not null));
        for (var i = from; i < heads.Count; i++)
        {
            var lastBefore = heads[i].Checkpoint is { } checkpoint ? LastBefore(checkpoint) : _devices.ToDictionary(device => device.Key, device => device.Value.Last);
            if (Load(heads[i], SealOf(heads, i), lastBefore, isState: true) is { } segment)
            {
                Segments.Add(segment);
            }
        }

        LoadBefore(heads, from);
        foreach (var device in _devices.Values)
        {
            BeginLife(device);
        }
    }

    /// <summary>What lies before holds no news, only records; segments that Timing has are not looked at.</summary>
    private void LoadBefore(List<SegmentHead> heads, int from)
    {
        for (var i = from - 1; i >= 0; i--)
        {
            // A beginning that cannot be read: as if it held nothing, so that a search begins before it and comes through it.
            var lastBefore = heads[i].Checkpoint is { } checkpoint ? LastBefore(checkpoint) : Segments[0].AllLastBefore;
            var isUnsent = heads[i].Checkpoint is null || _devices.Values.Any(device => device.FirstUnsent <= Segments[0].LastBefore(device.DeviceId));
            var segment = isUnsent
                ? Load(heads[i], SealOf(heads, i), lastBefore, isState: false)
                : new SpoolSegment(heads[i].Number, heads[i].File, lastBefore, []) { End = SealOf(heads, i) ?? heads[i].File.Length };
            if (segment is not null)
            {
                Segments.Insert(0, segment);
            }
        }
    }

    private void BeginLife(DeviceLanes device)
    {
        device.BeginLife();
        if (DamagedBytes > 0)
        {
            // A batch that was merged over what is missing would be another one now.
            var after = device.FirstUnsent - 1;
            var known = device.CatchUps.Append(device.Live).FirstOrDefault(lane => lane.Record == after);
            device.SendAgain(after, known?.ReadsThroughRecord ?? device.Reads);
        }
    }

    /// <summary>Reads the beginnings from the newest to the oldest: each says which one is before it.</summary>
    private List<SegmentHead> Chain()
    {
        var numbers = disk.List().Select(SpoolSegment.NumberOf).Where(number => number > 0).OrderDescending().ToList();
        LastNumber = numbers.FirstOrDefault();
        var heads = new List<SegmentHead>();
        foreach (var number in numbers)
        {
            if (heads.FirstOrDefault()?.Header is { } newer && newer.PreviousNumber < number)
            {
                // Begun while the disk failed, and never used.
                disk.Delete(SpoolSegment.NameOf(number));
                continue;
            }

            var head = SegmentHead.Read(number, disk.Open(SpoolSegment.NameOf(number)));
            if (head.Header is null && heads.Count == 0 && IsUnused(head.File))
            {
                // The power went before its beginning was durable.
                head.File.Dispose();
                disk.Delete(SpoolSegment.NameOf(number));
                continue;
            }

            if (head.Header is { } header && header.MeetId != settings.MeetId)
            {
                throw new InvalidDataException($"The spool holds reads of meet '{header.MeetId}', not of '{settings.MeetId}': give each meet a folder of its own.");
            }

            heads.Insert(0, head);
        }

        return heads;
    }

    private static bool IsUnused(ISpoolFile file)
    {
        var scan = SegmentScan.Of(BytesOf(file, null), isSealed: false);
        return scan.Frames.Count == 0 && scan.Damage.Count == 0;
    }

    /// <summary>Where a segment ends, as the next one says; null when it does not.</summary>
    private static long? SealOf(List<SegmentHead> heads, int index) =>
        index + 1 < heads.Count && heads[index + 1].Header is { } next && next.PreviousNumber == heads[index].Number ? next.PreviousEnd : null;

    private static byte[] BytesOf(ISpoolFile file, long? end)
    {
        var bytes = new byte[end ?? file.Length];
        file.Read(bytes, 0);
        return bytes;
    }

    private static Dictionary<string, long> LastBefore(Checkpoint checkpoint) => checkpoint.Devices.ToDictionary(device => device.DeviceId, device => device.Last);

    /// <summary>A segment after a look at every byte; null when it holds nothing.</summary>
    private SpoolSegment? Load(SegmentHead head, long? end, IReadOnlyDictionary<string, long> lastBefore, bool isState)
    {
        var bytes = BytesOf(head.File, end);
        var scan = SegmentScan.Of(bytes, isSealed: end is not null);
        if (scan.Frames.Count == 0 && scan.Damage.Count == 0)
        {
            head.File.Dispose();
            return null;
        }

        var segment = new SpoolSegment(head.Number, head.File, lastBefore, scan.Damage) { End = scan.End };
        TornBytes += scan.TornBytes;
        foreach (var frame in scan.Frames)
        {
            LastGroup = Math.Max(LastGroup, frame.Group);
            var payload = bytes.AsMemory(frame.Payload..(int)frame.End);
            if (frame.Kind == FrameKind.Reads)
            {
                Take(SpoolRecord.Decode(payload), segment, frame.Offset, isState);
            }
            else if (frame.Kind == FrameKind.Checkpoint && isState)
            {
                Take(Checkpoint.Decode(payload.Span));
            }
        }

        return segment;
    }

    private void Take(SpoolRecord record, SpoolSegment segment, long offset, bool isState)
    {
        segment.Index(record.DeviceId, record.Number, offset);
        if (!isState)
        {
            return;
        }

        if (!_devices.TryGetValue(record.DeviceId, out var lanes))
        {
            // The checkpoint before its first record did not know the device.
            _devices.Add(record.DeviceId, lanes = new DeviceLanes(record.DeviceId, 0, 0, [], [], null, nextEpoch));
        }

        lanes.Appended(record.Number, record.ReadsThrough);
    }

    private void Take(Checkpoint checkpoint)
    {
        foreach (var device in checkpoint.Devices)
        {
            _devices[device.DeviceId] = new DeviceLanes(device.DeviceId, device.Last, device.Reads, device.CatchUps, device.Done, device.Live, nextEpoch);
        }
    }
}
