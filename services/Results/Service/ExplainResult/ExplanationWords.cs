using RaceSystem.Kernel;
using RaceSystem.Results.Core.Adjudications;
using RaceSystem.Results.Core.Explanations;
using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Core.Scoring;
using RaceSystem.Results.Core.Standings;

namespace RaceSystem.Results.Service.ExplainResult;

/// <summary>An explanation in words for people. Moments are UTC, as exact as they count.</summary>
internal static class ExplanationWords
{
    /// <summary>What became of a passing, and by which rule.</summary>
    public static string RuleOf(ResultExplanation explanation, RunnerPassing passing)
    {
        var visit = passing.Visit >= 0 ? explanation.Race.Visits[passing.Visit].SplitId : "";
        var other = passing.Other is { } time ? time.ToString() : "";
        return passing.Verdict switch
        {
            PassingVerdict.Counts when passing.Origin == PassingOrigin.Decision => $"counts: decision '{passing.Source}' sets '{visit}'",
            PassingVerdict.Counts => $"counts: it is the crossing of '{visit}'",
            PassingVerdict.NotOnCourse => "not used: the race does not go to this timing point",
            PassingVerdict.BeforeGun => $"not used: before the runner's gun at {other}",
            PassingVerdict.SupersededStart => $"not used: the start line was crossed again at {other}, and the last crossing from which the course can be run counts",
            PassingVerdict.Repeated => $"not used: the same mat again; the crossing of '{visit}' is {other}",
            PassingVerdict.AfterFinish => $"not used: after the finish at {other}",
            PassingVerdict.TooFast => $"not used: nobody gets to '{visit}' that fast, beside {other}",
            PassingVerdict.TooSlow => $"not used: nobody still in the race takes that long to '{visit}', beside {other}",
            PassingVerdict.MergedWithOtherChip => $"not used: another chip of the runner left the same crossing at {other}",
            PassingVerdict.ReplacedByManualTime => $"not used: a manual time overrides it, {other}",
            PassingVerdict.NotNeeded => $"not used: it counts only where no chip was read, and one was at {other}",
            PassingVerdict.SameAsOtherManualTime => $"not used: another manual time of the same crossing counts, {other}",
            PassingVerdict.Overridden => other.Length > 0 ? $"not used: a decision sets '{visit}' to {other}" : $"not used: a decision takes '{visit}' away",
            PassingVerdict.ChipTakenAway => "not used: by a decision the runner does not count with this chip",
            PassingVerdict.OverLimit => "not used: of more than 512 passings on the course the earliest and the latest 256 are looked at",
            PassingVerdict.Unlikely => $"not used: the runner's other passings and paces make it likelier that this is not '{visit}', which was not measured",
            PassingVerdict.NoCourse => "not used: the race has no usable course",
            _ => $"not used: it does not go together with crossings that weigh more ('{visit}' was not measured)",
        };
    }

    /// <summary>How time and status came about, step by step.</summary>
    public static IEnumerable<string> StepsOf(ResultExplanation explanation)
    {
        yield return explanation.Gun.Time is { } gun
            ? $"gun: {(explanation.Gun.AdjudicationId.Length > 0 ? $"by decision '{explanation.Gun.AdjudicationId}'" : $"of wave '{explanation.Gun.WaveId}'")}, {gun}"
            : $"gun: none is recorded for wave '{explanation.Gun.WaveId}', and none is guessed from the plan";
        var used = explanation.Passings.Count(passing => passing.Verdict == PassingVerdict.Counts);
        yield return $"course: {used} of {explanation.Passings.Count} passings are crossings of {used} of {explanation.Race.Visits.Count} visits";
        yield return $"rule: {ProfileOf(explanation)}";
        foreach (var adjudication in explanation.Adjudications)
        {
            yield return $"decision '{adjudication.AdjudicationId}': {DecisionWords.Of(adjudication.Decision)}, by {adjudication.DecidedBy}";
        }

        if (explanation.Visits.Count > 0 && explanation.Visits[^1] is { Passing: { } finish, ExactTime: { } exact, Adjustment: var adjustment })
        {
            var added = adjustment == Elapsed.Zero ? "" : $", with {(adjustment > Elapsed.Zero ? "+" : "")}{adjustment} s by decision";
            yield return $"time: finish {finish.Time} less {(explanation.Basis == TimeBasis.Gun ? "gun" : "start line")} {finish.Time + (adjustment - exact)}{added} is {exact} s";
            yield return $"shown: {explanation.ShownTime} s, rounded up to the next longer {(explanation.Race.Resolution == TimeResolution.Tenth ? "tenth of a second" : "whole second")} (World Athletics TR 19.24)";
        }

        yield return $"status: {StatusOf(explanation)}";
    }

    private static string ProfileOf(ResultExplanation explanation)
    {
        var basis = explanation.Basis == TimeBasis.Gun ? "the gun" : "the start line";
        return explanation.Race.Profile switch
        {
            RuleProfile.WorldAthletics => "the time counts from the gun to the finish line (World Athletics)",
            RuleProfile.Net => "net: the time counts from the start line, and without a start there is none",
            RuleProfile.EliteGun => $"the elite field by the gun, the others net with the gun where the start was not read: for this runner {basis}",
            _ => $"net, with the gun where the start was not read: for this runner {basis}",
        };
    }

    private static string StatusOf(ResultExplanation explanation)
    {
        if (explanation.Adjudications.Any(adjudication => adjudication.Decision is Disqualification or NotClassification) && explanation.Status is ResultStatus.Dsq or ResultStatus.NotClassified)
        {
            return $"{explanation.Status}, by decision";
        }

        if (explanation.Declared != ResultStatus.None && explanation.Declared == explanation.Status)
        {
            return $"{explanation.Status}, declared by race control";
        }

        var limit = explanation.LastFinish is { } last ? $" (the race closes at {last})" : "";
        return explanation.Status switch
        {
            ResultStatus.Registered => "Registered: no passing counts",
            ResultStatus.OnCourse => "OnCourse: no passing is the finish",
            ResultStatus.Finished => $"Finished{limit}",
            ResultStatus.OverTimeLimit => OverLimit(explanation.Standings, explanation.Runner),
            _ => explanation.Status.ToString(),
        };
    }

    private static string OverLimit(RaceStandings race, int runner)
    {
        var late = race.LateAt(runner);
        var gate = late >= 0 ? late : race.NextGateOf(runner);
        return gate < 0
            ? "OverTimeLimit"
            : $"OverTimeLimit: {race.Race.Visits[gate].SplitId} closed at {race.ClosingOf(runner, gate)}, {(late >= 0 ? $"the runner came at {race.Visits[gate].CrossingOf(runner)}" : "and the runner had not come when somebody was measured later")}";
    }
}
