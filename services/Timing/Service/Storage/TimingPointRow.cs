namespace RaceSystem.Timing.Service.Storage;

/// <summary>A timing point as stored.</summary>
public sealed class TimingPointRow
{
    /// <summary>Meet of the point.</summary>
    public required string MeetId { get; init; }

    /// <summary>Unique in the meet.</summary>
    public required string TimingPointId { get; init; }

    /// <summary>For people.</summary>
    public required string DisplayName { get; set; }

    /// <summary>Core's TimeRule by name.</summary>
    public required string TimeRule { get; set; }

    /// <summary>Silence that ends a passing, microseconds.</summary>
    public required long DeadTimeMicros { get; set; }

    /// <summary>Passings earlier than the start plus this do not count; 0: all count.</summary>
    public long MinTimeSinceStartMicros { get; set; }

    /// <summary>Whose gun that counts from; empty: the earliest of the meet.</summary>
    public string StartRaceId { get; set; } = "";

    /// <summary>Wave of <see cref="StartRaceId"/>.</summary>
    public string StartWaveId { get; set; } = "";

    /// <summary>Millimetres from the place of the read to the line, positive before it.</summary>
    public int AntennaOffsetMm { get; set; }

    /// <summary>Millimetres a second by which the offset becomes a time; 0: the default.</summary>
    public int ReferenceSpeedMmPerS { get; set; }
}
