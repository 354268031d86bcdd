using Google.Protobuf.WellKnownTypes;
using RaceSystem.Kernel;
using RaceSystem.Results.Core.Explanations;
using RaceSystem.Results.Records;
using RaceSystem.Results.Service.Rows;
using RaceSystem.Results.V1;
using CorePassing = RaceSystem.Results.Core.Explanations.RunnerPassing;
using ExplainedGun = RaceSystem.Results.V1.ExplainedGun;
using ExplainedVisit = RaceSystem.Results.V1.ExplainedVisit;
using RunnerPassing = RaceSystem.Results.V1.RunnerPassing;

namespace RaceSystem.Results.Service.ExplainResult;

/// <summary>An explanation as the contract shows it.</summary>
internal static class ExplanationMessages
{
    public static ExplainResultResponse Of(ResultExplanation explanation, RunnerEvidence evidence)
    {
        var gun = explanation.Gun;
        return new ExplainResultResponse
        {
            Result = StandingRows.ResultOf(explanation.Standings, explanation.Runner),
            Rules = RuleMessages.Of(explanation.Race),
            RulesVersion = explanation.Race.RulesVersion,
            Gun = new ExplainedGun { StartTime = gun.Time?.ToTimestamp(), WaveId = gun.WaveId, Record = evidence.Gun, AdjudicationId = gun.AdjudicationId },
            Basis = explanation.Basis == Core.Explanations.TimeBasis.Gun ? V1.TimeBasis.Gun : V1.TimeBasis.StartLine,
            Passings = { explanation.Passings.Select(passing => PassingOf(explanation, passing, evidence)) },
            Visits = { explanation.Visits.Select(VisitOf) },
            ExactTime = explanation.ExactTime?.ToDuration(),
            Steps = { ExplanationWords.StepsOf(explanation) },
            Adjudications = { explanation.Adjudications.Select(AdjudicationWriting.MessageOf) },
            Reads = { evidence.Reads },
        };
    }

    private static RunnerPassing PassingOf(ResultExplanation explanation, CorePassing passing, RunnerEvidence evidence)
    {
        var time = passing.Time.ToTimestamp();
        var message = new RunnerPassing
        {
            TimingPointId = passing.TimingPointId,
            Origin = (V1.PassingOrigin)(1 + (int)passing.Origin),
            Chip = passing.Origin == Core.Explanations.PassingOrigin.Chip ? passing.Source : "",
            PassingTime = time,
            Verdict = (V1.PassingVerdict)(1 + (int)passing.Verdict),
            SplitId = passing.Visit >= 0 ? explanation.Race.Visits[passing.Visit].SplitId : "",
            OtherTime = passing.Other?.ToTimestamp(),
            Rule = ExplanationWords.RuleOf(explanation, passing),
        };
        if (passing.Origin == Core.Explanations.PassingOrigin.Chip)
        {
            var reads = evidence.Reads.FirstOrDefault(reads => reads.Chip == passing.Source && reads.TimingPoint.TimingPointId == passing.TimingPointId);
            message.PassingNumber = reads?.Passings.FirstOrDefault(made => made.Counts && made.PassingTime.Equals(time))?.Number ?? 0;
        }
        else if (passing.Origin == Core.Explanations.PassingOrigin.Decision)
        {
            message.AdjudicationId = passing.Source;
        }
        else
        {
            message.ManualPassing = evidence.Manual.FirstOrDefault(manual => manual.TimingPointId == passing.TimingPointId && manual.PassingTime.Equals(time));
        }

        return message;
    }

    private static ExplainedVisit VisitOf(Core.Explanations.ExplainedVisit visit) => new()
    {
        SplitId = visit.Visit.SplitId,
        PassingTime = visit.Passing?.Time.ToTimestamp(),
        ExactTime = visit.ExactTime?.ToDuration(),
        Adjustment = visit.Adjustment == Elapsed.Zero ? null : visit.Adjustment.ToDuration(),
    };

    private static Duration ToDuration(this Elapsed elapsed) => Duration.FromTimeSpan(elapsed.ToTimeSpan());
}
