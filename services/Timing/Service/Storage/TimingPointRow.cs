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
}
