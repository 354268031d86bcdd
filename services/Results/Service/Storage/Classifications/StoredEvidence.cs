namespace RaceSystem.Results.Service.Storage.Classifications;

/// <summary>A stretch of an evidence file; never changed, shared by versions that were scored from the same records.</summary>
internal sealed class StoredEvidence
{
    /// <summary>Most bytes of a stretch.</summary>
    public const int MaxBytes = 1 << 20;

    public required string MeetId { get; init; }

    /// <summary>Root of the evidence's tree.</summary>
    public required string Hash { get; init; }

    public required int Part { get; init; }

    public required byte[] Content { get; init; }
}
