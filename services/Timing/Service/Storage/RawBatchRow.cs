namespace RaceSystem.Timing.Service.Storage;

/// <summary>One uploaded batch of reads, as received: the raw log is the truth that passings are computed from.</summary>
public sealed class RawBatchRow
{
    /// <summary>Meet of the reads.</summary>
    public required string MeetId { get; init; }

    /// <summary>Position in the meet's raw log: 1, 2, 3 … without a gap, in commit order.</summary>
    public required long Ordinal { get; init; }

    /// <summary>Device that made the reads.</summary>
    public required string DeviceId { get; init; }

    /// <summary>Where the device stood when the batch came.</summary>
    public required string TimingPointId { get; init; }

    /// <summary>Source of the batch.</summary>
    public required string StreamId { get; init; }

    /// <summary>Count of sequences inside the stream.</summary>
    public required long Epoch { get; init; }

    /// <summary>Position inside (stream, epoch).</summary>
    public required long Sequence { get; init; }

    /// <summary>Server time of reception, microseconds since the Unix epoch.</summary>
    public required long ReceivedMicros { get; init; }

    /// <summary>Reads in the batch, duplicates included.</summary>
    public required int ReadCount { get; init; }

    /// <summary>Serialized racesystem.timing.v1.ReadBatch, chip codes in upper case.</summary>
    public required byte[] Payload { get; init; }
}
