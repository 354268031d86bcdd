namespace RaceSystem.Timing.Service.Storage;

/// <summary>A timing device as stored.</summary>
public sealed class TimingDeviceRow
{
    /// <summary>Meet of the device.</summary>
    public required string MeetId { get; init; }

    /// <summary>Unique in the meet.</summary>
    public required string DeviceId { get; init; }

    /// <summary>Where it reads now; reads already received stay where they were made.</summary>
    public required string TimingPointId { get; set; }

    /// <summary>For people.</summary>
    public required string DisplayName { get; set; }

    /// <summary>Added to every time the device reports, microseconds.</summary>
    public required long ClockOffsetMicros { get; set; }

    /// <summary>Core's DeviceRole by name.</summary>
    public string Role { get; set; } = "Main";

    /// <summary>Zone of a decoder that reports local time; empty: the meet's.</summary>
    public string TimeZone { get; set; } = "";

    /// <summary>Whether times are compared with the time of arrival.</summary>
    public bool ChecksClock { get; set; } = true;
}
