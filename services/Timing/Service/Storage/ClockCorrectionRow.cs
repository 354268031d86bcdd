namespace RaceSystem.Timing.Service.Storage;

/// <summary>A correction of a device's clock over a range of device times. Never edited: taken back by its revocation.</summary>
public sealed class ClockCorrectionRow
{
    /// <summary>Meet of the device.</summary>
    public required string MeetId { get; init; }

    /// <summary>Unique in the meet.</summary>
    public required string CorrectionId { get; init; }

    /// <summary>Whose clock.</summary>
    public required string DeviceId { get; init; }

    /// <summary>First device time it is for, microseconds since the Unix epoch.</summary>
    public required long FromMicros { get; init; }

    /// <summary>Device time from which it is not for any more; the largest long: no end.</summary>
    public required long ToMicros { get; init; }

    /// <summary>Added to the device time at <see cref="ReferenceMicros"/>, microseconds.</summary>
    public required long OffsetMicros { get; init; }

    /// <summary>Device time at which the offset holds.</summary>
    public required long ReferenceMicros { get; init; }

    /// <summary>Change of the offset, billionths of the device time since the reference.</summary>
    public required long DriftPpb { get; init; }

    /// <summary>Who recorded it.</summary>
    public required string RecordedBy { get; init; }

    /// <summary>When it was recorded, microseconds since the Unix epoch.</summary>
    public required long RecordMicros { get; init; }

    /// <summary>Why.</summary>
    public required string Note { get; init; }

    /// <summary>Who took it back; empty while it counts.</summary>
    public required string RevokedBy { get; set; }

    /// <summary>When, microseconds since the Unix epoch; 0 while it counts.</summary>
    public required long RevokedMicros { get; set; }

    /// <summary>Why it was taken back.</summary>
    public required string RevokeNote { get; set; }
}
