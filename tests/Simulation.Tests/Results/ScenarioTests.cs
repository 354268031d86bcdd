using System.Globalization;
using RaceSystem.Results.Core.Scenarios;
using RaceSystem.Results.Core.Scoring;
using RaceSystem.Results.Core.Standings;
using RaceSystem.Testing;

namespace RaceSystem.Simulation.Tests.Results;

/// <summary>A scenario says what would really come out, says exactly what differs, and leaves the standings as they are.</summary>
public sealed class ScenarioTests
{
    private const int Meets = 3_000;

    [Fact]
    public void A_scenario_equals_making_the_changes_and_touches_nothing()
    {
        var seed = Seed.Next();
        var moved = 0;
        for (var i = 0; i < Meets; i++)
        {
            var where = $"meet {i} of seed {seed}";
            var random = new Random(unchecked(seed + i));
            var meet = new RandomMeet(random);
            var assumed = new RandomChanges(meet, random);
            var live = new MeetScoring();
            foreach (var record in meet.Records)
            {
                record.Apply(live);
            }

            // Often with scored standings, sometimes with records that wait for the next scoring.
            for (var decisions = random.Next(3); decisions > 0; decisions--)
            {
                assumed.MakeReal(new DecisionAdded(assumed.Decision()), live);
                Score(live, random.Next(2) == 0);
            }

            Score(live, random.Next(4) > 0);
            var pictured = live.Snapshot(default);
            var text = StandingsText.Of(pictured);
            ScenarioChange[] changes = [.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => assumed.Next())];

            var outcome = Scenario.Evaluate(live.Fork(), changes);

            Assert.True(text == StandingsText.Of(pictured) && text == StandingsText.Of(live.Snapshot(default)), $"{where}: the standings changed");
            Score(live, true);
            Assert.True(StandingsText.Of(live.Snapshot(default)) == StandingsText.Of(outcome.Before), $"{where}: before is not what is");
            foreach (var change in changes)
            {
                assumed.MakeReal(change, live);
            }

            Score(live, true);
            var (really, would) = (StandingsText.Of(live.Snapshot(default)), StandingsText.Of(outcome.After));
            Assert.True(really == would, $"{where}: {string.Join("; ", changes.Select(change => change.ToString()))}\nreally\n{really}\nscenario\n{would}");
            moved += Check(outcome, where);
        }

        Assert.True(moved > Meets, $"only {moved} results changed: the scenarios are too poor");
    }

    private static void Score(MeetScoring scoring, bool now)
    {
        if (now)
        {
            scoring.Rescore();
        }
    }

    /// <summary>The difference against one worked out by entry, with texts.</summary>
    private static int Check(ScenarioOutcome outcome, string where)
    {
        var changed = 0;
        foreach (var diff in outcome.Races)
        {
            var (before, after) = (TextsOf(diff.Before), TextsOf(diff.After));
            var expected = before.Keys.Union(after.Keys).Where(id => before.GetValueOrDefault(id) != after.GetValueOrDefault(id)).Order(StringComparer.Ordinal).ToList();
            var rows = diff.Rows(0, int.MaxValue).ToList();
            Assert.True(expected.SequenceEqual(rows.Select(row => row.Entry.EntryId).Order(StringComparer.Ordinal), StringComparer.Ordinal), $"{where}, race {diff.After?.Race.RaceId}: expected {string.Join(' ', expected)}, was {string.Join(" ", rows.Select(row => row.Entry.EntryId))}\n{string.Join("\n", expected.Select(id => before.GetValueOrDefault(id) + "\n" + after.GetValueOrDefault(id)))}");
            Assert.Equal(rows.Count, diff.Counts.Changed);
            Assert.Equal(rows.Count(row => row.Before is null), diff.Counts.Joined);
            Assert.Equal(rows.Count(row => row.After is null), diff.Counts.Left);
            Assert.Equal(rows.Count(row => row is { Before: { } was, After: { } now } && was.Status != now.Status), diff.Counts.Status);
            Assert.Equal(rows.Skip(1).Take(2).Select(row => row.Entry.EntryId), diff.Rows(1, 2).Select(row => row.Entry.EntryId));
            changed += rows.Count;
        }

        return changed;
    }

    private static Dictionary<string, string> TextsOf(RaceStandings? race)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var runner = 0; runner < (race?.RunnerCount ?? 0); runner++)
        {
            var splits = Enumerable.Range(0, race!.Visits.Count).Select(visit => string.Create(
                CultureInfo.InvariantCulture,
                $"{race.Race.Visits[visit].SplitId} {race.Visits[visit].CrossingOf(runner)} {race.OfficialTimeOf(runner, visit)} {race.Visits[visit].PlacesOf(runner)}"));
            texts[race.EntryOf(runner).EntryId] = $"{race.StatusOf(runner)} {race.DivisionOf(runner)?.DivisionId} {string.Join('|', splits)}";
        }

        return texts;
    }
}
