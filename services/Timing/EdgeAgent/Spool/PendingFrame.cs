using RaceSystem.Timing.EdgeAgent.Lanes;
using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.EdgeAgent.Spool;

/// <summary>A frame that waits to be written.</summary>
/// <param name="Kind">What it holds.</param>
/// <param name="Payload">Its payload.</param>
/// <param name="DeviceId">Device of a record.</param>
/// <param name="Number">Number of a record.</param>
/// <param name="ReadsThrough">Reads of the device up to and with a record.</param>
internal sealed record PendingFrame(FrameKind Kind, byte[] Payload, string DeviceId = "", long Number = 0, long ReadsThrough = 0)
{
    internal static PendingFrame Of(Checkpoint checkpoint) => new(FrameKind.Checkpoint, checkpoint.Encode());

    internal static PendingFrame Of(SegmentHeader header) => new(FrameKind.Header, header.Encode());

    internal static PendingFrame Record(string deviceId, long number, long readsBefore, ReadBatch batch) =>
        new(FrameKind.Reads, SpoolRecord.Encode(deviceId, number, readsBefore, batch), deviceId, number, readsBefore + batch.TimeUs.Count);
}
