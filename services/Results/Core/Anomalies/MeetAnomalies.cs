using RaceSystem.Results.Core.Adjudications;
using RaceSystem.Results.Core.Scoring;

namespace RaceSystem.Results.Core.Anomalies;

/// <summary>Everything in a meet that does not add up. A pure function of the evidence (invariant 3).</summary>
public static class MeetAnomalies
{
    private static readonly Func<FieldEvidence, IEnumerable<Anomaly>>[] Detectors =
    [
        RegistrationDetector.Find,
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
        var dismissals = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var adjudication in evidence.Adjudications)
        {
            if (adjudication.Decision is AnomalyDismissal dismissal)
            {
                dismissals[dismissal.AnomalyId] = adjudication.AdjudicationId;
            }
        }

        return
        [
            .. Detectors.SelectMany(find => find(evidence))
                .Select(anomaly => dismissals.TryGetValue(anomaly.AnomalyId, out var id) ? anomaly with { State = AnomalyState.Dismissed, AdjudicationId = id } : anomaly)
                .OrderByDescending(anomaly => anomaly.Severity)
                .ThenBy(anomaly => anomaly.RaceId, StringComparer.Ordinal)
                .ThenBy(anomaly => anomaly.Kind)
                .ThenBy(anomaly => anomaly.Bibs.Count > 0 ? anomaly.Bibs[0] : "", BibComparer.Instance)
                .ThenBy(anomaly => anomaly.AnomalyId, StringComparer.Ordinal),
        ];
    }
}
