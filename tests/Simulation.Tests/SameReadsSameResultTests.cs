using RaceSystem.Results.Core.Standings;

namespace RaceSystem.Simulation.Tests;

/// <summary>Invariant 3 on the two cores together, against an oracle that shares no code with them.</summary>
public sealed class SameReadsSameResultTests
{
    private const int Rounds = 12;

    [Theory]
    [InlineData(RaceBasis.Gun, false)]
    [InlineData(RaceBasis.Net, false)]
    [InlineData(RaceBasis.Net, true)]
    [InlineData(RaceBasis.NetElseGun, true)]
    public void Any_order_batching_and_repetition_gives_the_same_standings_and_they_are_right(RaceBasis basis, bool shared)
    {
        var random = Seed.NextRandom();
        for (var round = 0; round < Rounds; round++)
        {
            var script = RaceScript.Create(random.Next(), new RaceScriptOptions { Runners = 150, Basis = basis, SharedPlaces = shared, FinishersPerSecond = 8 });
            var reads = ReadScript.Make(script, random);

            var plain = InOrder(script, reads);
            AssertRight(script, plain);

            var expected = CorePipeline.Describe(plain);
            for (var disorder = 0; disorder < 3; disorder++)
            {
                Assert.Equal(expected, CorePipeline.Describe(InDisorder(script, reads, random)));
            }
        }
    }

    private static RaceStandings InOrder(RaceScript script, IReadOnlyList<ScriptedRead> reads)
    {
        var pipeline = new CorePipeline();
        foreach (var action in Actions(script))
        {
            action(pipeline);
        }

        pipeline.Read(reads.OrderBy(read => read.TimeMicros));
        return pipeline.Standings();
    }

    /// <summary>Records, reads in batches, repeated reads and rescoring, in any order.</summary>
    private static RaceStandings InDisorder(RaceScript script, IReadOnlyList<ScriptedRead> reads, Random random)
    {
        var repeated = reads.Where(_ => random.Next(3) == 0);
        ScriptedRead[] all = [.. reads, .. repeated];
        random.Shuffle(all);
        Action<CorePipeline>[] actions =
        [
            .. Actions(script),
            .. all.Chunk(random.Next(1, 200)).Select(batch => (Action<CorePipeline>)(pipeline => pipeline.Read(batch))),
            .. Enumerable.Repeat((Action<CorePipeline>)(pipeline => pipeline.Rescore()), 20),
        ];
        random.Shuffle(actions);
        var pipeline = new CorePipeline();
        foreach (var action in actions)
        {
            action(pipeline);
        }

        return pipeline.Standings();
    }

    private static IEnumerable<Action<CorePipeline>> Actions(RaceScript script) =>
    [
        pipeline => pipeline.SetRace(script),
        pipeline => pipeline.SetGun(ScriptedCourse.Gun),
        .. ScriptedCourse.Points.Select(point => (Action<CorePipeline>)(pipeline => pipeline.CorrectClock(point))),
        .. script.Runners.Select(runner => (Action<CorePipeline>)(pipeline => pipeline.SetEntry(runner))),
        .. script.Runners.Select(runner => (Action<CorePipeline>)(pipeline => pipeline.Declare(runner))),
    ];

    private static void AssertRight(RaceScript script, RaceStandings race)
    {
        var finish = race.Visits[^1];
        foreach (var expected in script.Expected)
        {
            var runner = race.FindBib(expected.Bib);
            Assert.True(runner >= 0, $"{expected.Bib} is missing.");
            var places = finish.PlacesOf(runner);
            Assert.Equal(
                (expected.Bib, expected.OfficialTime, expected.PlaceOverall ?? 0, expected.PlaceBySex ?? 0, expected.PlaceByDivision ?? 0),
                (expected.Bib, finish.RankingTimeOf(runner)?.CeilingSeconds(), places.Overall, places.BySex, places.ByDivision));
        }
    }
}
