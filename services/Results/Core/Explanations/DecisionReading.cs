using RaceSystem.Kernel;
using RaceSystem.Results.Core.Adjudications;
using RaceSystem.Results.Core.Standings;

namespace RaceSystem.Results.Core.Explanations;

/// <summary>What decisions did to a runner's gun and crossings.</summary>
internal static class DecisionReading
{
    /// <summary>The decision that the runner's time counts by; empty: none.</summary>
    public static string StartOf(RaceStandings standings, int runner) =>
        standings.AdjudicationsOf(runner).LastOrDefault(adjudication => RunnerRuling.IsStart(adjudication.Decision))?.AdjudicationId ?? "";

    /// <summary>The passings with decided crossings in place of the measured ones.</summary>
    public static IEnumerable<RunnerPassing> Decide(RaceStandings standings, int runner, IReadOnlyList<RunnerPassing> passings)
    {
        var decided = DecidedOf(standings, runner);
        foreach (var passing in passings)
        {
            yield return passing.Verdict == PassingVerdict.Counts && decided.TryGetValue(passing.Visit, out var decision)
                ? passing with { Verdict = PassingVerdict.Overridden, Other = ((CrossingOverride)decision.Decision).Time }
                : passing;
        }

        foreach (var (visit, decision) in decided)
        {
            if (((CrossingOverride)decision.Decision).Time is { } time)
            {
                yield return new RunnerPassing(standings.Race.Visits[visit].TimingPointId, PassingOrigin.Decision, decision.AdjudicationId, time, PassingVerdict.Counts) { Visit = visit };
            }
        }
    }

    /// <summary>The latest decision on each visit.</summary>
    private static SortedDictionary<int, Adjudication> DecidedOf(RaceStandings standings, int runner)
    {
        var decided = new SortedDictionary<int, Adjudication>();
        foreach (var adjudication in standings.AdjudicationsOf(runner))
        {
            if (adjudication.Decision is CrossingOverride crossing && standings.Race.FindVisit(crossing.SplitId) is var visit and >= 0 && visit < standings.Visits.Count)
            {
                decided[visit] = adjudication;
            }
        }

        return decided;
    }
}
