using RaceSystem.Results.Certification.Awards;

namespace RaceSystem.Results.Certification.Documents;

/// <summary>
/// The part of a header that follows from the evidence alone: whoever has the evidence makes the same bytes of it.
/// Immutable.
/// </summary>
public sealed record ClassificationContent
{
    /// <summary>The meet.</summary>
    public required string MeetId { get; init; }

    /// <summary>The race.</summary>
    public required string RaceId { get; init; }

    /// <summary>The meet's record, canonical JSON.</summary>
    public required ReadOnlyMemory<byte> Meet { get; init; }

    /// <summary>The race's record with course, divisions, waves and all its rules, canonical JSON.</summary>
    public required ReadOnlyMemory<byte> Race { get; init; }

    /// <summary>Who won the awards; null: a document of the first form, which has none.</summary>
    public required IReadOnlyList<SignedAward>? Awards { get; init; }

    /// <summary>Rule profile that ranked.</summary>
    public required string ProfileId { get; init; }

    /// <summary>Version of the rule profile.</summary>
    public required int ProfileVersion { get; init; }

    /// <summary>Records the results were scored from.</summary>
    public required long EvidenceCount { get; init; }

    /// <summary>Root of the evidence's tree.</summary>
    public required string EvidenceHash { get; init; }

    /// <summary>Rows.</summary>
    public required long RowCount { get; init; }

    /// <summary>Root of the rows' tree.</summary>
    public required string Root { get; init; }
}
