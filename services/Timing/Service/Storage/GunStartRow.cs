namespace RaceSystem.Timing.Service.Storage;

/// <summary>One record of a gun; a correction is a further revision (invariant 4), and the latest counts.</summary>
public sealed class GunStartRow
{
    /// <summary>Meet of the wave.</summary>
    public required string MeetId { get; init; }

    /// <summary>Race of the wave.</summary>
    public required string RaceId { get; init; }

    /// <summary>Empty for a race without waves.</summary>
    public required string WaveId { get; init; }

    /// <summary>1, 2, 3 … for a wave.</summary>
    public required int Revision { get; init; }

    /// <summary>When the wave was started, microseconds since the Unix epoch.</summary>
    public required long StartMicros { get; init; }

    /// <summary>Who recorded it, and from what.</summary>
    public required string RecordedBy { get; init; }

    /// <summary>When it was recorded, microseconds since the Unix epoch.</summary>
    public required long RecordMicros { get; init; }

    /// <summary>Why.</summary>
    public required string Note { get; init; }
}
