using RaceSystem.Timing.EdgeAgent.Lanes;
using RaceSystem.Timing.EdgeAgent.Spool.Disk;

namespace RaceSystem.Timing.EdgeAgent.Spool;

/// <summary>What a segment says at its beginning; null where that cannot be read.</summary>
/// <param name="Number">Counts segments.</param>
/// <param name="File">The file.</param>
/// <param name="Header">Its first frame.</param>
/// <param name="Checkpoint">Its second frame: how everything stood when it was begun.</param>
internal sealed record SegmentHead(long Number, ISpoolFile File, SegmentHeader? Header, Checkpoint? Checkpoint)
{
    private const int HeadBytes = 2 * SpoolFrame.MaxBytes;

    internal static SegmentHead Read(long number, ISpoolFile file)
    {
        var bytes = new byte[Math.Min(HeadBytes, file.Length)];
        var length = file.Read(bytes, 0);
        var span = bytes.AsSpan(0, length);
        if (!SpoolFrame.TryRead(span, 0, 0, out var first) || first.Kind != FrameKind.Header)
        {
            return new SegmentHead(number, file, null, null);
        }

        var header = SegmentHeader.Decode(span[first.Payload..(int)first.End]);
        return SpoolFrame.TryRead(span, (int)first.End, 0, out var second) && second.Kind == FrameKind.Checkpoint
            ? new SegmentHead(number, file, header, Checkpoint.Decode(span[second.Payload..(int)second.End]))
            : new SegmentHead(number, file, header, null);
    }
}
