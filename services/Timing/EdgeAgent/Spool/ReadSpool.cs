using RaceSystem.Timing.EdgeAgent.Lanes;
using RaceSystem.Timing.EdgeAgent.Spool.Disk;
using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.EdgeAgent.Spool;

/// <summary>
/// Every read that the agent has acknowledged, on disk, in segments; and which of them Timing has. <see cref="Append"/> is for
/// one thread, everything else for any.
/// </summary>
internal sealed class ReadSpool : IDisposable
{
    private readonly SegmentWriter _writer;
    private readonly SpoolSettings _settings;
    private readonly TimeProvider _time;
    private readonly ISpoolDisk _disk;
    private readonly Lock _writing = new();
    private readonly Lock _lock = new();
    private readonly List<SpoolSegment> _segments;
    private readonly SpoolDevices _devices;

    private ReadSpool(ISpoolDisk disk, SpoolSettings settings, TimeProvider time, Epochs epochs, SpoolRecovery found)
    {
        (_disk, _settings, _time) = (disk, settings, time);
        _segments = found.Segments;
        _devices = new SpoolDevices(found.Devices, epochs.Next);
        TornBytes = found.TornBytes;
        DamagedBytes = found.DamagedBytes;
        _writer = new SegmentWriter(disk, settings, found.LastNumber, found.LastGroup, found.Segments.LastOrDefault());
    }

    /// <summary>Bytes that a power cut tore off at the last stop; nothing of them was acknowledged.</summary>
    internal long TornBytes { get; }

    /// <summary>Bytes of acknowledged reads that the disk has lost.</summary>
    internal long DamagedBytes { get; }

    /// <summary>Whether the next segment has its room already.</summary>
    internal bool HasSpare => _writer.HasSpare;

    /// <summary>Rises when records or lanes were added.</summary>
    internal Pulse Changed { get; } = new();

    /// <summary>Bytes of all segments.</summary>
    internal long Bytes => Look(() => _segments.Sum(segment => segment.End));

    /// <summary>Segments on disk.</summary>
    internal int SegmentCount => Look(() => _segments.Count);

    /// <summary>Opens or makes the spool.</summary>
    /// <exception cref="InvalidDataException">The folder holds the spool of another meet.</exception>
    internal static ReadSpool Open(ISpoolDisk disk, SpoolSettings settings, TimeProvider time)
    {
        var epochs = new Epochs(time);
        var found = new SpoolRecovery(disk, settings, epochs.Next);
        found.Run();
        return new ReadSpool(disk, settings, time, epochs, found);
    }

    /// <summary>Puts what several connections handed over on disk, with one flush.</summary>
    /// <exception cref="IOException">The disk did not take it: nothing of it may be acknowledged.</exception>
    internal void Append(IReadOnlyList<(string DeviceId, ReadBatch Batch)> group)
    {
        lock (_writing)
        {
            EnsureSegment();
            var frames = Look(() => _devices.FramesOf(group));
            _writer.Write(frames);
            lock (_lock)
            {
                _devices.Appended(frames);
            }
        }

        Changed.Raise();
    }

    /// <summary>Makes how far Timing is durable, when it is news.</summary>
    /// <exception cref="IOException">The disk did not take it; after a crash more is sent than needed.</exception>
    internal void WriteCheckpoint()
    {
        lock (_writing)
        {
            PendingFrame frame;
            lock (_lock)
            {
                if (!_devices.HasNews)
                {
                    return;
                }
            }

            EnsureSegment();
            lock (_lock)
            {
                frame = PendingFrame.Of(_devices.TakeNews());
            }

            _writer.Write([frame]);
        }
    }

    /// <summary>Takes room for the next segment, and deletes what Timing has and nobody needs any more.</summary>
    /// <exception cref="IOException">The disk is full or failing.</exception>
    internal void Maintain()
    {
        Trim();
        lock (_writing)
        {
            _writer.TakeSpare();
        }
    }

    /// <summary>Looks at a device's lanes, or changes them.</summary>
    internal T With<T>(string deviceId, Func<DeviceLanes, T> look) => Look(() => look(_devices.LanesOf(deviceId)));

    /// <summary>Changes a device's lanes in a way that is worth a checkpoint.</summary>
    internal T Change<T>(string deviceId, Func<DeviceLanes, T> change) => Look(() => _devices.Change(deviceId, change));

    /// <summary>The devices that the spool knows.</summary>
    internal IReadOnlyList<string> DeviceIds => Look(() => _devices.Ids);

    /// <summary>The oldest record of a device that may still be here, less one.</summary>
    internal long OldestKept(string deviceId) => Look(() => _segments.Count == 0 ? 0 : _segments[0].LastBefore(deviceId));

    internal SpoolCursor OpenCursor(string deviceId, long after)
    {
        var cursor = new SpoolCursor(this, deviceId);
        cursor.Seek(after);
        return cursor;
    }

    /// <summary>The segment that holds a record or will; the oldest one when it is gone already; null when there is none.</summary>
    internal SpoolSegment? SegmentOf(string deviceId, long record) =>
        Look(() => _segments.FindLast(segment => segment.IsNotBehind(deviceId, record)) ?? _segments.FirstOrDefault());

    internal SpoolSegment? SegmentAfter(SpoolSegment segment) => Look(() => _segments.Find(other => other.Number > segment.Number));

    public void Dispose()
    {
        lock (_lock)
        {
            foreach (var segment in _segments)
            {
                segment.File.Dispose();
            }
        }
    }

    private T Look<T>(Func<T> look)
    {
        lock (_lock)
        {
            return look();
        }
    }

    /// <summary>Begins a segment when there is none that takes more.</summary>
    private void EnsureSegment()
    {
        if (!_writer.NeedsSegment)
        {
            return;
        }

        Checkpoint checkpoint;
        lock (_lock)
        {
            checkpoint = _devices.Snapshot();
        }

        var begun = _writer.Begin(checkpoint);
        lock (_lock)
        {
            _segments.Add(begun);
        }
    }

    private void Trim()
    {
        var now = _time.GetUtcNow();
        while (true)
        {
            SpoolSegment oldest;
            lock (_lock)
            {
                if (_segments.Count < 2 || _segments[0].IsDamaged || !_devices.HasSentAllBefore(_segments[1]) || !IsOld(_segments[0], now))
                {
                    return;
                }

                oldest = _segments[0];
                _segments.RemoveAt(0);
            }

            oldest.File.Dispose();
            _disk.Delete(oldest.Name);
        }
    }

    private bool IsOld(SpoolSegment segment, DateTimeOffset now) =>
        _disk.WrittenAt(segment.Name) < now - _settings.KeepFor || _segments.Sum(other => other.End) > _settings.KeepBytes;
}
