using RaceSystem.Results.Core.Scoring;
using RaceSystem.Results.Core.Standings;

namespace RaceSystem.Results.Core.Scenarios;

/// <summary>
/// Evaluates what would be if some things were otherwise: on a copy of the scoring, by the same records and the same code as
/// the standings themselves, so that a scenario cannot say anything else than what would come out.
/// </summary>
public static class Scenario
{
    /// <summary>Makes the changes in a fork and compares.</summary>
    /// <param name="fork">A copy made by <see cref="MeetScoring.Fork"/> for this; it is used up.</param>
    /// <param name="changes">In the order in which they are made.</param>
    public static ScenarioOutcome Evaluate(MeetScoring fork, IEnumerable<ScenarioChange> changes)
    {
        ArgumentNullException.ThrowIfNull(fork);
        ArgumentNullException.ThrowIfNull(changes);
        fork.Rescore();
        var before = fork.Snapshot(default);
        foreach (var change in changes)
        {
            change.ApplyTo(fork);
        }

        fork.Rescore();
        var after = fork.Snapshot(default);
        var ids = after.Races.Select(race => race.Race.RaceId).Union(before.Races.Select(race => race.Race.RaceId), StringComparer.Ordinal);
        return new ScenarioOutcome(before, after, [.. ids.Select(id => RaceDiff.Of(before.Find(id), after.Find(id)))]);
    }
}
