using Google.Protobuf.WellKnownTypes;
using RaceSystem.Kernel;
using RaceSystem.Results.Core.Adjudications;
using RaceSystem.Results.V1;
using AdjudicationCase = RaceSystem.Results.V1.Adjudication;

namespace RaceSystem.Results.Records;

/// <summary>Adjudications as scoring knows them in the words of the contract; without what scoring does not know: revocation and appeal.</summary>
public static class AdjudicationWriting
{
    /// <summary>The message of a standing decision.</summary>
    public static AdjudicationCase MessageOf(Core.Adjudications.Adjudication adjudication)
    {
        ArgumentNullException.ThrowIfNull(adjudication);
        var message = new AdjudicationCase
        {
            AdjudicationId = adjudication.AdjudicationId,
            RaceId = adjudication.RaceId,
            Bib = adjudication.Bib,
            Note = adjudication.Note,
            DecidedBy = adjudication.DecidedBy,
            DecideTime = TimestampOf(adjudication.DecideTime),
        };
        Write(adjudication.Decision, message);
        return message;
    }

    private static void Write(Decision decision, AdjudicationCase message)
    {
        switch (decision)
        {
            case Core.Adjudications.Disqualification disqualification:
                message.Disqualification = new V1.Disqualification { RuleNumber = disqualification.RuleNumber };
                break;
            case Core.Adjudications.NotClassification:
                message.NotClassification = new V1.NotClassification();
                break;
            case Core.Adjudications.Reinstatement:
                message.Reinstatement = new V1.Reinstatement();
                break;
            case Core.Adjudications.Penalty penalty:
                message.Penalty = new V1.Penalty { Time = DurationOf(penalty.Time), RuleNumber = penalty.RuleNumber };
                break;
            case Core.Adjudications.TimeAdjustment adjustment:
                message.TimeAdjustment = new V1.TimeAdjustment { Time = DurationOf(adjustment.Time), FromSplitId = adjustment.FromSplitId };
                break;
            case Core.Adjudications.CrossingOverride crossing:
                message.CrossingOverride = new V1.CrossingOverride { SplitId = crossing.SplitId, PassingTime = crossing.Time is { } time ? TimestampOf(time) : null };
                break;
            case Core.Adjudications.FinishOrder order:
                message.FinishOrder = new V1.FinishOrder { Bibs = { order.Bibs } };
                break;
            default:
                WriteStartOrIdentity(decision, message);
                break;
        }
    }

    private static void WriteStartOrIdentity(Decision decision, AdjudicationCase message)
    {
        switch (decision)
        {
            case StartWithWave start:
                message.StartDecision = new StartDecision { WaveId = start.WaveId };
                break;
            case StartOffset start:
                message.StartDecision = new StartDecision { Offset = DurationOf(start.Offset) };
                break;
            case StartTime start:
                message.StartDecision = new StartDecision { Time = TimestampOf(start.Time) };
                break;
            case Core.Adjudications.ChipDecision chip:
                message.ChipDecision = new V1.ChipDecision { Chip = chip.Chip, Counts = chip.Counts };
                break;
            case Core.Adjudications.BibSwap swap:
                message.BibSwap = new V1.BibSwap { OtherBib = swap.OtherBib };
                break;
            case Core.Adjudications.RaceMove move:
                message.RaceMove = new V1.RaceMove { ToRaceId = move.ToRaceId, ToWaveId = move.ToWaveId };
                break;
            case Core.Adjudications.AnomalyDismissal dismissal:
                message.AnomalyDismissal = new V1.AnomalyDismissal { AnomalyId = dismissal.AnomalyId };
                break;
            default:
                throw new InvalidOperationException($"The contract has no word for {decision.GetType().Name}.");
        }
    }

    private static Timestamp TimestampOf(Instant time) => Timestamp.FromDateTimeOffset(time.ToDateTimeOffset());

    private static Duration DurationOf(Elapsed time) => Duration.FromTimeSpan(time.ToTimeSpan());
}
