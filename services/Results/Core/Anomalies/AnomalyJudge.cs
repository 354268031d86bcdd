using RaceSystem.Results.Core.Adjudications;

namespace RaceSystem.Results.Core.Anomalies;

/// <summary>Says which anomalies are dismissed or decided by the adjudications that stand.</summary>
internal sealed class AnomalyJudge(IReadOnlyList<Adjudication> adjudications)
{
    private readonly Dictionary<string, Adjudication> _dismissals = adjudications.Where(adjudication => adjudication.Decision is AnomalyDismissal)
        .GroupBy(adjudication => ((AnomalyDismissal)adjudication.Decision).AnomalyId, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.OrderBy(adjudication => adjudication.DecideTime).ThenBy(adjudication => adjudication.AdjudicationId, StringComparer.Ordinal).Last(), StringComparer.Ordinal);

    private readonly ILookup<string, Adjudication> _ofBib = adjudications.Where(adjudication => adjudication.Bib.Length > 0).ToLookup(adjudication => adjudication.Bib, StringComparer.Ordinal);

    /// <summary>
    /// The anomaly with what became of it. Detectors look at the field as decisions left it, so that what is still found after
    /// a decision is settled only by one that was suggested for it, or by one that takes the runner out of the ranking.
    /// </summary>
    public Anomaly Judge(Anomaly anomaly)
    {
        if (_dismissals.TryGetValue(anomaly.AnomalyId, out var dismissal))
        {
            return anomaly with { State = AnomalyState.Dismissed, AdjudicationId = dismissal.AdjudicationId };
        }

        var settling = anomaly.Bibs.SelectMany(bib => _ofBib[bib]).FirstOrDefault(adjudication => Settles(anomaly, adjudication));
        return settling is null ? anomaly : anomaly with { State = AnomalyState.Decided, AdjudicationId = settling.AdjudicationId };
    }

    /// <summary>An anomaly that decisions made vanish, with the last of those that concern it; null: it is none of theirs.</summary>
    public Anomaly? JudgeVanished(Anomaly anomaly)
    {
        var chips = anomaly.Evidence.Select(reading => reading.Chip).Where(chip => chip.Length > 0).ToHashSet(StringComparer.Ordinal);
        var settling = adjudications.LastOrDefault(adjudication => anomaly.Bibs.Contains(adjudication.Bib) || adjudication.Decision switch
        {
            BibSwap swap => anomaly.Bibs.Contains(swap.OtherBib),
            ChipDecision decision => chips.Contains(decision.Chip),
            _ => false,
        });
        return settling is null ? null : anomaly with { State = AnomalyState.Decided, AdjudicationId = settling.AdjudicationId };
    }

    private static bool Settles(Anomaly anomaly, Adjudication adjudication) =>
        (adjudication.Decision is Disqualification or NotClassification && anomaly.Bibs.Count == 1)
        || anomaly.Suggestions.Any(suggestion => suggestion.Bib == adjudication.Bib && IsAlike(suggestion.Decision, adjudication.Decision));

    private static bool IsAlike(Decision suggested, Decision decided) => (suggested, decided) switch
    {
        (ChipDecision one, ChipDecision other) => one.Chip == other.Chip,
        (CrossingOverride one, CrossingOverride other) => one.SplitId == other.SplitId,
        (StartTime or StartOffset or StartWithWave, StartTime or StartOffset or StartWithWave) => true,
        _ => suggested.GetType() == decided.GetType(),
    };
}
