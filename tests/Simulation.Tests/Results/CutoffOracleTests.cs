using RaceSystem.Kernel;
using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Core.Scoring;
using RaceSystem.Results.Core.Standings;
using RaceSystem.Testing;

namespace RaceSystem.Simulation.Tests.Results;

/// <summary>Who is over a limit by the words of the rule, without a line in common with the scoring.</summary>
public sealed class CutoffOracleTests
{
    private const int Meets = 5_000;

    [Fact]
    public void Who_comes_after_a_gate_closed_or_had_not_come_by_then_is_over_the_limit()
    {
        var seed = Seed.Next();
        var (late, missing) = (0, 0);
        for (var i = 0; i < Meets; i++)
        {
            var scoring = new MeetScoring();
            foreach (var record in new RandomMeet(new Random(unchecked(seed + i))).Records)
            {
                record.Apply(scoring);
            }

            scoring.Rescore();
            foreach (var race in scoring.Snapshot(default).Races.Where(race => race.Visits.Count > 0))
            {
                for (var runner = 0; runner < race.RunnerCount; runner++)
                {
                    var (expected, wasLate) = StatusOf(race, runner);
                    var actual = race.StatusOf(runner);
                    Assert.True(expected is null || expected == actual, $"meet {i} of seed {seed}, race {race.Race.RaceId}, bib '{race.EntryOf(runner).Bib}': expected {expected}, was {actual}");
                    late += expected == ResultStatus.OverTimeLimit && wasLate ? 1 : 0;
                    missing += expected == ResultStatus.OverTimeLimit && !wasLate ? 1 : 0;
                }
            }
        }

        Assert.True(late > Meets / 20 && missing > Meets / 20, $"only {late} late and {missing} missing runners: the random meets are too poor");
    }

    private static (ResultStatus? Expected, bool WasLate) StatusOf(RaceStandings race, int runner)
    {
        if (race.StatusOf(runner) is ResultStatus.Dns or ResultStatus.Dnf or ResultStatus.Dsq or ResultStatus.NotClassified || race.AdjudicationsOf(runner).Count > 0)
        {
            return (null, false);
        }

        var crossings = race.Visits.Select(visit => visit.CrossingOf(runner)).ToArray();
        var last = Array.FindLastIndex(crossings, crossing => crossing is not null);
        if (last < 0)
        {
            return (ResultStatus.Registered, false);
        }

        if (Enumerable.Range(0, crossings.Length).Any(visit => crossings[visit] > Closing(race, runner, visit)))
        {
            return (ResultStatus.OverTimeLimit, true);
        }

        if (last == crossings.Length - 1)
        {
            return (ResultStatus.Finished, false);
        }

        var latest = Enumerable.Range(0, race.RunnerCount).SelectMany(other => race.Visits.Select(visit => visit.CrossingOf(other))).Max();
        var closed = Enumerable.Range(last + 1, crossings.Length - last - 1).Any(visit => Closing(race, runner, visit) < latest);
        return (closed ? ResultStatus.OverTimeLimit : ResultStatus.OnCourse, false);
    }

    private static Instant? Closing(RaceStandings race, int runner, int visit)
    {
        var gun = race.Race.CutoffBasis == CutoffBasis.RaceGun ? race.FirstGun : race.GunOf(runner);
        var limit = visit == race.Visits.Count - 1 ? race.Race.TimeLimit : null;
        Elapsed?[] limits = [race.Race.Visits[visit].Cutoff, limit];
        return gun + limits.Where(time => time is not null).Min();
    }
}
