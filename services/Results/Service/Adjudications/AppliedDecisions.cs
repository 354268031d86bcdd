using Google.Protobuf.WellKnownTypes;
using RaceSystem.Results.V1;
using Decisions = RaceSystem.Results.Core.Adjudications;

namespace RaceSystem.Results.Service.Adjudications;

/// <summary>Decisions as a runner's line shows them: what and by which rule, without who and why.</summary>
internal static class AppliedDecisions
{
    public static AppliedDecision Of(Decisions.Adjudication adjudication)
    {
        var applied = new AppliedDecision { AdjudicationId = adjudication.AdjudicationId, Appealed = adjudication.Appealed };
        switch (adjudication.Decision)
        {
            case Decisions.Disqualification disqualification:
                applied.Kind = DecisionKind.Disqualification;
                applied.RuleNumber = disqualification.RuleNumber;
                break;
            case Decisions.Penalty penalty:
                applied.Kind = DecisionKind.Penalty;
                applied.RuleNumber = penalty.RuleNumber;
                applied.Time = Duration.FromTimeSpan(TimeSpan.FromMicroseconds(penalty.Time.Micros));
                break;
            case Decisions.TimeAdjustment adjustment:
                applied.Kind = DecisionKind.TimeAdjustment;
                applied.SplitId = adjustment.FromSplitId;
                applied.Time = Duration.FromTimeSpan(TimeSpan.FromMicroseconds(adjustment.Time.Micros));
                break;
            case Decisions.CrossingOverride crossing:
                applied.Kind = DecisionKind.CrossingOverride;
                applied.SplitId = crossing.SplitId;
                break;
            case Decisions.StartOffset offset:
                applied.Kind = DecisionKind.StartDecision;
                applied.Time = Duration.FromTimeSpan(TimeSpan.FromMicroseconds(offset.Offset.Micros));
                break;
            default:
                applied.Kind = KindOf(adjudication.Decision);
                break;
        }

        return applied;
    }

    private static DecisionKind KindOf(Decisions.Decision decision) => decision switch
    {
        Decisions.NotClassification => DecisionKind.NotClassification,
        Decisions.Reinstatement => DecisionKind.Reinstatement,
        Decisions.StartWithWave or Decisions.StartTime => DecisionKind.StartDecision,
        Decisions.FinishOrder => DecisionKind.FinishOrder,
        Decisions.ChipDecision => DecisionKind.ChipDecision,
        Decisions.BibSwap => DecisionKind.BibSwap,
        Decisions.RaceMove => DecisionKind.RaceMove,
        Decisions.AnomalyDismissal => DecisionKind.AnomalyDismissal,
        _ => DecisionKind.Unspecified,
    };
}
