namespace RaceSystem.Client;

/// <summary>What a <see cref="ReadUploader"/> uploads, and how patient it is.</summary>
public sealed record ReadUploaderOptions
{
    /// <summary>The meet the reads belong to.</summary>
    public required string MeetId { get; init; }

    /// <summary>The device that made the reads; must be known to Timing.</summary>
    public required string DeviceId { get; init; }

    /// <summary>Names the source of the batches; sequences count inside (stream id, epoch).</summary>
    public required string StreamId { get; init; }

    /// <summary>Begins a new count of sequences, for example after a spool was lost. 1 or more.</summary>
    public long Epoch { get; init; } = 1;

    /// <summary>
    /// Whether reads with times that cannot be right are kept in quarantine for the operator; otherwise their batch is refused.
    /// </summary>
    public bool HoldImplausibleTimes { get; init; }

    /// <summary>Batches that may wait for their ack; <see cref="ReadUploader.EnqueueAsync"/> waits past this. 1 to 1,024.</summary>
    public int MaxUnackedBatches { get; init; } = 32;

    /// <summary>First wait after a lost connection; doubles up to <see cref="MaxRetryDelay"/>.</summary>
    public TimeSpan MinRetryDelay { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>Longest wait between two attempts.</summary>
    public TimeSpan MaxRetryDelay { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Gives up after this long without an ack while the server is away; null: never.</summary>
    public TimeSpan? GiveUpAfter { get; init; }

    /// <summary>Attempts without an ack in between after which a server that answers INTERNAL or UNKNOWN is given up.</summary>
    public int MaxServerFaults { get; init; } = 10;

    /// <summary>The clock behind the waits.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
