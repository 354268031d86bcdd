using RaceSystem.Dashboard.Service.Presentation;
using RaceSystem.Registration.V1;
using RaceSystem.Results.V1;

namespace RaceSystem.Dashboard.Service.Runners;

/// <summary>The decisions on a runner as the public reads them.</summary>
public static class DecisionWords
{
    /// <summary>One sentence a decision that changed the runner's line, in the order in which they count.</summary>
    public static IReadOnlyList<string> Of(Standing runner)
    {
        ArgumentNullException.ThrowIfNull(runner);
        return [.. runner.Decisions.Select(decision => Of(decision, runner.Resolution)).Where(text => text.Length > 0)];
    }

    private static string Of(AppliedDecision decision, TimeResolution resolution)
    {
        var text = decision.Kind switch
        {
            DecisionKind.Disqualification => "Disqualified" + Rule(decision),
            DecisionKind.NotClassification => "Not classified by decision of the referee",
            DecisionKind.Reinstatement => "Reinstated",
            DecisionKind.Penalty => $"Penalty of {RaceTime.Show(decision.Time, resolution)}{Rule(decision)}",
            DecisionKind.TimeAdjustment => $"Time adjusted by {Signed(decision, resolution)}{At(decision)}",
            DecisionKind.CrossingOverride => $"Crossing decided by the referee{At(decision)}",
            DecisionKind.StartDecision => "Start decided by the referee",
            DecisionKind.FinishOrder => "Order at the finish decided by the judges",
            DecisionKind.ChipDecision or DecisionKind.BibSwap => "Chip assigned by the referee",
            DecisionKind.RaceMove => "Moved to this race by the referee",
            _ => "",
        };
        return text.Length > 0 && decision.Appealed ? text + " – under appeal" : text;
    }

    private static string Rule(AppliedDecision decision) => decision.RuleNumber.Length > 0 ? $" under rule {decision.RuleNumber}" : "";

    private static string At(AppliedDecision decision) => decision.SplitId.Length > 0 ? $" at {decision.SplitId}" : "";

    private static string Signed(AppliedDecision decision, TimeResolution resolution)
    {
        var time = RaceTime.Show(decision.Time, resolution);
        return time.StartsWith('−') ? time : "+" + time;
    }
}
