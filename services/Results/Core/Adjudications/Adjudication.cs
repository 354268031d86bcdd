using RaceSystem.Kernel;

namespace RaceSystem.Results.Core.Adjudications;

/// <summary>A decision of race control or the referee that stands: a revoked one is none. Immutable.</summary>
/// <param name="AdjudicationId">Unique in the race.</param>
/// <param name="RaceId">Race of the runner's entry, wherever the decision puts the runner.</param>
/// <param name="Bib">Whom it concerns; empty for a finish order and a dismissal.</param>
/// <param name="Decision">What was decided.</param>
/// <param name="DecideTime">Of decisions that exclude each other the later counts, of equally late ones the greater id.</param>
public sealed record Adjudication(string AdjudicationId, string RaceId, string Bib, Decision Decision, Instant DecideTime)
{
    /// <summary>Why, for people.</summary>
    public string Note { get; init; } = "";

    /// <summary>Who decided.</summary>
    public string DecidedBy { get; init; } = "";

    /// <summary>Somebody appealed, and the appeal is not decided yet.</summary>
    public bool Appealed { get; init; }

    /// <summary>The order in which decisions count: by time, then by id, never by arrival (invariant 3).</summary>
    internal static int CompareByTime(Adjudication left, Adjudication right)
    {
        var byTime = left.DecideTime.CompareTo(right.DecideTime);
        var byId = byTime != 0 ? byTime : string.CompareOrdinal(left.AdjudicationId, right.AdjudicationId);
        return byId != 0 ? byId : string.CompareOrdinal(left.RaceId, right.RaceId);
    }
}
