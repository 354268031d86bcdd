using RaceSystem.Timing.EdgeAgent.Lanes;
using RaceSystem.Timing.EdgeAgent.Spool.Disk;

namespace RaceSystem.Timing.EdgeAgent.Spool;

/// <summary>
/// Writes groups of frames, each durable before <see cref="Write"/> returns. A segment that a write or flush failed on is
/// left as it is: what the disk made of the failed part is unknown, so the next segment says where this one ends. For one
/// thread at a time.
/// </summary>
internal sealed class SegmentWriter(ISpoolDisk disk, SpoolSettings settings, long lastNumber, long lastGroup, SpoolSegment? newest)
{
    private const string SpareName = "spare.seg";

    private SpoolSegment? _previous = newest;
    private SpoolSegment? _current;
    private long _number = lastNumber;
    private long _group = lastGroup;
    private byte[] _buffer = new byte[64 * 1024];

    /// <summary>Whether the next segment has its room on disk.</summary>
    internal bool HasSpare { get; private set; }

    /// <summary>Whether <see cref="Begin"/> has to come before the next write.</summary>
    internal bool NeedsSegment => _current is null || _current.End >= settings.SegmentBytes;

    /// <summary>Makes frames durable.</summary>
    /// <exception cref="IOException">Not one of them is.</exception>
    internal void Write(IReadOnlyList<PendingFrame> frames)
    {
        var segment = _current ?? throw new InvalidOperationException("Begin a segment first.");
        try
        {
            WriteGroup(segment, frames);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            (_previous, _current) = (segment, null);
            throw;
        }
    }

    /// <summary>Begins the next segment.</summary>
    /// <exception cref="IOException">There is none; the spool is as before.</exception>
    internal SpoolSegment Begin(Checkpoint checkpoint)
    {
        _previous = _current ?? _previous;
        _current = null;
        var number = ++_number;
        var file = Make(SpoolSegment.NameOf(number));
        var lastBefore = checkpoint.Devices.ToDictionary(device => device.DeviceId, device => device.Last);
        var segment = new SpoolSegment(number, file, lastBefore, []);
        try
        {
            var header = new SegmentHeader(number, _previous?.Number ?? 0, _previous?.End ?? 0, settings.MeetId);
            WriteGroup(segment, [PendingFrame.Of(header), PendingFrame.Of(checkpoint)]);
            disk.SyncFolder();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            file.Dispose();
            disk.Delete(segment.Name);
            throw;
        }

        if (_previous is { IsDamaged: false } full)
        {
            GiveBackRoom(full);
        }

        return _current = segment;
    }

    /// <summary>Takes room for the next segment.</summary>
    /// <exception cref="IOException">The disk has not so much left.</exception>
    internal void TakeSpare()
    {
        if (HasSpare)
        {
            return;
        }

        if (disk.List().Contains(SpareName))
        {
            // It may have been begun with when the power went.
            disk.Delete(SpareName);
        }

        disk.Create(SpareName, settings.SegmentBytes).Dispose();
        HasSpare = true;
    }

    private ISpoolFile Make(string name)
    {
        if (HasSpare)
        {
            HasSpare = false;
            disk.Rename(SpareName, name);
            return disk.Open(name);
        }

        try
        {
            return disk.Create(name, settings.SegmentBytes);
        }
        catch (IOException)
        {
            // Not room for a whole one: then as far as it goes.
            return disk.Create(name, 0);
        }
    }

    private void WriteGroup(SpoolSegment segment, IReadOnlyList<PendingFrame> frames)
    {
        var size = frames.Sum(frame => SpoolFrame.HeadBytes + frame.Payload.Length);
        if (_buffer.Length < size)
        {
            _buffer = new byte[size];
        }

        var group = ++_group;
        var at = 0;
        var places = new long[frames.Count];
        for (var i = 0; i < frames.Count; i++)
        {
            places[i] = segment.End + at;
            at += SpoolFrame.Write(_buffer.AsSpan(at), frames[i].Kind, group, i, frames.Count, frames[i].Payload);
        }

        segment.File.Write(_buffer.AsSpan(0, at), segment.End);
        segment.File.Flush();
        for (var i = 0; i < frames.Count; i++)
        {
            if (frames[i].Kind == FrameKind.Reads)
            {
                segment.Index(frames[i].DeviceId, frames[i].Number, places[i]);
            }
        }

        segment.End += at;
    }

    private static void GiveBackRoom(SpoolSegment segment)
    {
        try
        {
            segment.File.Truncate(segment.End);
        }
        catch (IOException)
        {
            // It only takes more room than it needs; the next segment knows where it ends.
        }
    }
}
