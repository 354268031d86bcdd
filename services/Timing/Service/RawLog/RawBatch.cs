namespace RaceSystem.Timing.Service.RawLog;

/// <summary>A row of the raw log on its way to or from the database; see <see cref="Storage.RawBatchRow"/>.</summary>
internal sealed record RawBatch(
    long Ordinal,
    string DeviceId,
    string TimingPointId,
    string StreamId,
    long Epoch,
    long Sequence,
    long ReceivedMicros,
    int ReadCount,
    byte[] Payload);
