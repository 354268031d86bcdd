namespace RaceSystem.Timing.Service.Storage;

/// <summary>A range of device times of a device whose reads wait for the operator's decision.</summary>
public sealed class QuarantineRow
{
    /// <summary>Meet of the device.</summary>
    public required string MeetId { get; init; }

    /// <summary>Unique in the meet.</summary>
    public required string QuarantineId { get; init; }

    /// <summary>Whose reads.</summary>
    public required string DeviceId { get; init; }

    /// <summary>First device time held, microseconds since the Unix epoch.</summary>
    public required long FromMicros { get; set; }

    /// <summary>Last device time held.</summary>
    public required long ToMicros { get; set; }

    /// <summary>ClockFault of the wire by name.</summary>
    public required string Fault { get; init; }

    /// <summary>What was seen, for a person.</summary>
    public required string Evidence { get; set; }

    /// <summary>Server's clock minus the device's as far as known, microseconds.</summary>
    public required long SuspectedOffsetMicros { get; set; }

    /// <summary>When it was opened.</summary>
    public required long OpenedMicros { get; init; }

    /// <summary>Open, Released or Discarded.</summary>
    public required string State { get; set; }

    /// <summary>Who decided; empty while open.</summary>
    public required string DecidedBy { get; set; }

    /// <summary>When; 0 while open.</summary>
    public required long DecidedMicros { get; set; }

    /// <summary>Why.</summary>
    public required string Note { get; set; }
}
