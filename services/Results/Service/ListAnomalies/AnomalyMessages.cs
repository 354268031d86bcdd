using RaceSystem.Results.Core.Anomalies;
using RaceSystem.Results.Service.Rows;
using RaceSystem.Results.V1;
using Core = RaceSystem.Results.Core;

namespace RaceSystem.Results.Service.ListAnomalies;

/// <summary>Anomalies as the contract shows them.</summary>
internal static class AnomalyMessages
{
    public static V1.Anomaly Of(Core.Anomalies.Anomaly anomaly)
    {
        var message = new V1.Anomaly
        {
            AnomalyId = anomaly.AnomalyId,
            Kind = KindOf(anomaly.Kind),
            Severity = SeverityOf(anomaly.Severity),
            State = StateOf(anomaly.State),
            RaceId = anomaly.RaceId,
            Summary = anomaly.Summary,
            AdjudicationId = anomaly.AdjudicationId,
        };
        message.Bibs.AddRange(anomaly.Bibs);
        message.Evidence.AddRange(anomaly.Evidence.Select(reading => new V1.AnomalyReading
        {
            TimingPointId = reading.TimingPointId,
            Bib = reading.Bib,
            Chip = reading.Chip,
            Time = reading.Time?.ToTimestamp(),
            Text = reading.Text,
        }));
        message.Suggestions.AddRange(anomaly.Suggestions.Select(Of));
        return message;
    }

    /// <summary>The contract's kinds follow the core's, one higher (tested).</summary>
    public static V1.AnomalyKind KindOf(Core.Anomalies.AnomalyKind kind) => (V1.AnomalyKind)(1 + (int)kind);

    public static V1.AnomalySeverity SeverityOf(Core.Anomalies.AnomalySeverity severity) => (V1.AnomalySeverity)(1 + (int)severity);

    public static V1.AnomalyState StateOf(Core.Anomalies.AnomalyState state) => (V1.AnomalyState)(1 + (int)state);

    private static Adjudication Of(Suggestion suggestion)
    {
        var message = new Adjudication { RaceId = suggestion.RaceId, Bib = suggestion.Bib, Note = suggestion.Why };
        switch (suggestion.Decision)
        {
            case Core.Adjudications.Disqualification disqualification:
                message.Disqualification = new Disqualification { RuleNumber = disqualification.RuleNumber };
                break;
            case Core.Adjudications.NotClassification:
                message.NotClassification = new NotClassification();
                break;
            case Core.Adjudications.Reinstatement:
                message.Reinstatement = new Reinstatement();
                break;
            case Core.Adjudications.CrossingOverride crossing:
                message.CrossingOverride = new CrossingOverride { SplitId = crossing.SplitId, PassingTime = crossing.Time?.ToTimestamp() };
                break;
            case Core.Adjudications.StartWithWave start:
                message.StartDecision = new StartDecision { WaveId = start.WaveId };
                break;
            case Core.Adjudications.StartTime start:
                message.StartDecision = new StartDecision { Time = start.Time.ToTimestamp() };
                break;
            case Core.Adjudications.ChipDecision chip:
                message.ChipDecision = new ChipDecision { Chip = chip.Chip, Counts = chip.Counts };
                break;
            case Core.Adjudications.BibSwap swap:
                message.BibSwap = new BibSwap { OtherBib = swap.OtherBib };
                break;
            case Core.Adjudications.RaceMove move:
                message.RaceMove = new RaceMove { ToRaceId = move.ToRaceId, ToWaveId = move.ToWaveId };
                break;
            default:
                throw new InvalidOperationException($"No detector suggests a {suggestion.Decision.GetType().Name}.");
        }

        return message;
    }
}
