using Google.Protobuf.WellKnownTypes;
using RaceSystem.Kernel;
using RaceSystem.Results.Core.Adjudications;
using RaceSystem.Results.V1;

namespace RaceSystem.Results.Records;

/// <summary>Adjudications of the contract as scoring knows them.</summary>
public static class AdjudicationReading
{
    /// <summary>The decision as it counts; null: it is revoked, or of a kind that this version does not know.</summary>
    /// <exception cref="InvalidDataException">The adjudication contradicts itself.</exception>
    public static Core.Adjudications.Adjudication? StandingOf(V1.Adjudication adjudication)
    {
        ArgumentNullException.ThrowIfNull(adjudication);
        return adjudication.Revocation is null && DecisionOf(adjudication) is { } decision
            ? new Core.Adjudications.Adjudication(adjudication.AdjudicationId, adjudication.RaceId, adjudication.Bib, decision, MomentOf(adjudication.DecideTime))
            {
                Note = adjudication.Note,
                DecidedBy = adjudication.DecidedBy,
                Appealed = adjudication.Appeal?.State == AppealState.Lodged,
            }
            : null;
    }

    private static Decision? DecisionOf(V1.Adjudication adjudication) => adjudication.DecisionCase switch
    {
        V1.Adjudication.DecisionOneofCase.Disqualification => new Core.Adjudications.Disqualification(adjudication.Disqualification.RuleNumber),
        V1.Adjudication.DecisionOneofCase.NotClassification => new Core.Adjudications.NotClassification(),
        V1.Adjudication.DecisionOneofCase.Reinstatement => new Core.Adjudications.Reinstatement(),
        V1.Adjudication.DecisionOneofCase.Penalty => new Core.Adjudications.Penalty(TimeOf(adjudication.Penalty.Time), adjudication.Penalty.RuleNumber),
        V1.Adjudication.DecisionOneofCase.TimeAdjustment => new Core.Adjudications.TimeAdjustment(TimeOf(adjudication.TimeAdjustment.Time), adjudication.TimeAdjustment.FromSplitId),
        V1.Adjudication.DecisionOneofCase.CrossingOverride => new Core.Adjudications.CrossingOverride(
            adjudication.CrossingOverride.SplitId,
            adjudication.CrossingOverride.PassingTime is { } passing ? MomentOf(passing) : null),
        V1.Adjudication.DecisionOneofCase.StartDecision => StartOf(adjudication.StartDecision),
        V1.Adjudication.DecisionOneofCase.FinishOrder => new Core.Adjudications.FinishOrder([.. adjudication.FinishOrder.Bibs]),
        V1.Adjudication.DecisionOneofCase.ChipDecision => new Core.Adjudications.ChipDecision(adjudication.ChipDecision.Chip, adjudication.ChipDecision.Counts),
        V1.Adjudication.DecisionOneofCase.BibSwap => new Core.Adjudications.BibSwap(adjudication.BibSwap.OtherBib),
        V1.Adjudication.DecisionOneofCase.RaceMove => new Core.Adjudications.RaceMove(adjudication.RaceMove.ToRaceId, adjudication.RaceMove.ToWaveId),
        V1.Adjudication.DecisionOneofCase.AnomalyDismissal => new Core.Adjudications.AnomalyDismissal(adjudication.AnomalyDismissal.AnomalyId),
        _ => null,
    };

    private static Decision? StartOf(StartDecision decision) => decision.StartCase switch
    {
        StartDecision.StartOneofCase.WaveId => new StartWithWave(decision.WaveId),
        StartDecision.StartOneofCase.Offset => new StartOffset(TimeOf(decision.Offset)),
        StartDecision.StartOneofCase.Time => new StartTime(MomentOf(decision.Time)),
        _ => null,
    };

    private static Instant MomentOf(Timestamp? time) => time is null
        ? throw new InvalidDataException("An adjudication without a time.")
        : Instant.From(time.ToDateTimeOffset());

    private static Elapsed TimeOf(Duration? time) => time is null
        ? throw new InvalidDataException("An adjudication without its duration.")
        : Elapsed.From(time.ToTimeSpan());
}
