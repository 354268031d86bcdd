using RaceSystem.Kernel;

namespace RaceSystem.Timing.Core.Alarms;

/// <summary>What is known of a device at a moment.</summary>
/// <param name="DeviceId">Unique in the meet.</param>
/// <param name="PointId">Where it stands.</param>
/// <param name="Name">For people.</param>
public sealed record DeviceSample(string DeviceId, string PointId, string Name)
{
    /// <summary>Whether an upload stream is open.</summary>
    public bool IsConnected { get; init; }

    /// <summary>When the last upload broke off; null while one is open and after a proper end.</summary>
    public Instant? LostAt { get; init; }

    /// <summary>Distinct reads.</summary>
    public long ReadCount { get; init; }

    /// <summary>Latest corrected read time; 0 before the first.</summary>
    public long LastReadMicros { get; init; }

    /// <summary>Least difference of arrival and device time since the last sample; null when nothing came or clocks are not checked.</summary>
    public long? LeastLagMicros { get; init; }

    /// <summary>When the latest report came; null before the first.</summary>
    public Instant? ReportedAt { get; init; }

    /// <summary>Between the last two reports.</summary>
    public Elapsed? ReportInterval { get; init; }

    /// <summary>Whether a decoder is connected, by the latest report.</summary>
    public bool? HasDecoder { get; init; }

    /// <summary>True minus device clock by the latest report's best comparison.</summary>
    public long? ClockOffsetMicros { get; init; }

    /// <summary>How far that may be wrong.</summary>
    public long ClockErrorMicros { get; init; }

    /// <summary>0 to 100; null when not told.</summary>
    public double? BatteryPercent { get; init; }

    /// <summary>Frames that could not be understood so far.</summary>
    public long RejectedFrames { get; init; }

    /// <summary>What the device complains of; empty: nothing.</summary>
    public string Problem { get; init; } = "";

    /// <summary>Ranges of reads that wait for a decision.</summary>
    public int OpenQuarantines { get; init; }
}
