namespace RaceSystem.Timing.Service.Storage;

/// <summary>A crossing that a person recorded. Never edited: taken back by its revocation (invariant 4).</summary>
public sealed class ManualPassingRow
{
    /// <summary>Meet of the passing.</summary>
    public required string MeetId { get; init; }

    /// <summary>Unique in the meet.</summary>
    public required string ManualPassingId { get; init; }

    /// <summary>Where.</summary>
    public required string TimingPointId { get; init; }

    /// <summary>Whose.</summary>
    public required string Bib { get; init; }

    /// <summary>When, microseconds since the Unix epoch.</summary>
    public required long TimeMicros { get; init; }

    /// <summary>Whether it counts before a chip's time.</summary>
    public required bool OverridesChip { get; init; }

    /// <summary>A chip's passing this near is the same crossing, microseconds.</summary>
    public required long WindowMicros { get; init; }

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
