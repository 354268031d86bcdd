using RaceSystem.Results.Core.Scoring;

namespace RaceSystem.Results.Core.Anomalies;

/// <summary>Everything in a meet that does not add up. A pure function of the evidence (invariant 3).</summary>
public static class MeetAnomalies
{
    private static readonly Func<FieldEvidence, IEnumerable<Anomaly>>[] Detectors =
    [
        RegistrationDetector.Find,
        StartDetector.Find,
        StatusDetector.Find,
        ChipsDetector.Find,
        LegDetector.Find,
        IdentityDetector.Find,
        FactsDetector.Find,
    ];

    /// <summary>The anomalies of a meet as last scored.</summary>
    public static IReadOnlyList<Anomaly> Of(MeetScoring scoring)
    {
        ArgumentNullException.ThrowIfNull(scoring);
        return Of(scoring.Evidence());
    }

    /// <summary>The anomalies, the most severe first, then by race, kind and bib.</summary>
    public static IReadOnlyList<Anomaly> Of(FieldEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        var judge = new AnomalyJudge(evidence.Adjudications);
        List<Anomaly> found = [.. WithoutConsequences([.. Detect(evidence), .. SuspectedCuts.Find(evidence)]).Select(judge.Judge)];
        if (evidence.Undecided is { } undecided)
        {
            // What decisions made good is found no more; it is listed as decided all the same.
            var ids = found.Select(anomaly => anomaly.AnomalyId).ToHashSet(StringComparer.Ordinal);
            found.AddRange(WithoutConsequences([.. Detect(undecided), .. SuspectedCuts.FindChanged(undecided, evidence)]).Where(anomaly => !ids.Contains(anomaly.AnomalyId)).Select(judge.JudgeVanished).OfType<Anomaly>());
        }

        return
        [
            .. found
                .OrderByDescending(anomaly => anomaly.Severity)
                .ThenBy(anomaly => anomaly.RaceId, StringComparer.Ordinal)
                .ThenBy(anomaly => anomaly.Kind)
                .ThenBy(anomaly => anomaly.Bibs.Count > 0 ? anomaly.Bibs[0] : "", BibComparer.Instance)
                .ThenBy(anomaly => anomaly.AnomalyId, StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<Anomaly> Detect(FieldEvidence evidence) => WaveSwaps.Pair(evidence, [.. Detectors.SelectMany(find => find(evidence))]);

    /// <summary>
    /// Who ran another race, or started with another gun, has odd starts and legs in this one: they are no news. Nor is the
    /// fast leg of who is suspected of a cut.
    /// </summary>
    private static IEnumerable<Anomaly> WithoutConsequences(List<Anomaly> anomalies)
    {
        var strangers = BibsOf(anomalies, AnomalyKind.WrongRace, AnomalyKind.SwappedBibs);
        var starters = BibsOf(anomalies, AnomalyKind.EarlyStart, AnomalyKind.AnotherWave);
        var suspects = BibsOf(anomalies, AnomalyKind.CutSuspected);
        return anomalies.Where(anomaly => anomaly.Kind switch
        {
            AnomalyKind.LateStart or AnomalyKind.EarlyStart or AnomalyKind.AnotherWave or AnomalyKind.FinishWithoutStart => !strangers.Contains(anomaly.Bibs[0]),
            AnomalyKind.ImpossibleLeg => !strangers.Contains(anomaly.Bibs[0]) && !starters.Contains(anomaly.Bibs[0]) && !(suspects.Contains(anomaly.Bibs[0]) && LegDetector.IsTooFast(anomaly)),
            _ => true,
        });
    }

    private static HashSet<string> BibsOf(List<Anomaly> anomalies, params AnomalyKind[] kinds) =>
        anomalies.Where(anomaly => kinds.Contains(anomaly.Kind)).SelectMany(anomaly => anomaly.Bibs).ToHashSet(StringComparer.Ordinal);
}
