namespace RaceSystem.Results.Core.Anomalies;

/// <summary>Something that does not add up, with its evidence. Immutable.</summary>
/// <param name="AnomalyId">
/// Made of the kind and of whom it concerns (entries, chips), not of times or bibs: the same as long as the anomaly is there.
/// </param>
/// <param name="Kind">What it is.</param>
/// <param name="Severity">How much it may change.</param>
/// <param name="RaceId">Race concerned; empty: none in particular.</param>
/// <param name="Bibs">Runners concerned.</param>
/// <param name="Summary">For people, one sentence.</param>
public sealed record Anomaly(string AnomalyId, AnomalyKind Kind, AnomalySeverity Severity, string RaceId, IReadOnlyList<string> Bibs, string Summary)
{
    /// <summary>Most pieces of evidence of an anomaly.</summary>
    public const int MaxEvidence = 40;

    /// <summary>What it is concluded from.</summary>
    public IReadOnlyList<AnomalyReading> Evidence { get; init; } = [];

    /// <summary>Decisions that would settle it, the likeliest first; may be empty.</summary>
    public IReadOnlyList<Suggestion> Suggestions { get; init; } = [];

    /// <summary>Races concerned besides <see cref="RaceId"/> and those of the suggestions.</summary>
    public IReadOnlyList<string> OtherRaceIds { get; init; } = [];

    /// <summary>Whether the results of a race may be wrong by it; what is of no race in particular concerns all.</summary>
    public bool Concerns(string raceId) =>
        RaceId.Length == 0 || RaceId == raceId || OtherRaceIds.Contains(raceId) || Suggestions.Any(suggestion => suggestion.RaceId == raceId);

    /// <summary>What became of it.</summary>
    public AnomalyState State { get; init; }

    /// <summary>The adjudication that settled or dismissed it; empty: none.</summary>
    public string AdjudicationId { get; init; } = "";
}
