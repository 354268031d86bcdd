using RaceSystem.Testing;
using RaceSystem.Timing.Core.Clocks;
using RaceSystem.Timing.Core.Explanations;
using RaceSystem.Timing.Core.Passings;
using RaceSystem.Timing.Core.Reads;
using RaceSystem.Timing.Tests.Core.Meets;

namespace RaceSystem.Timing.Tests.Core.Explanations;

/// <summary>Invariant 5 on the core: an explanation holds every read, and with it alone the passings can be made again.</summary>
public sealed class PassingExplanationTests
{
    private const int Meets = 300;

    [Fact]
    public void Every_time_follows_from_the_reads_that_the_explanation_names()
    {
        var random = Seed.NextRandom();
        var seen = new HashSet<ReadDisposition>();
        for (var i = 0; i < Meets; i++)
        {
            var meet = new RandomMeet(random);
            var logged = Loaded(meet);
            foreach (var key in meet.Reads.DistinctBy(read => (read.Point, read.Chip)))
            {
                Assert.True(logged.Reads.TryFindPoint(key.Point, out var point));
                var chip = logged.Reads.Chips.Intern(key.Chip);
                var explanation = PassingExplanation.Of(logged.Reads.SnapshotOf(point, chip)!);
                AssertComplete(explanation, logged.Reads.ReadsOf(point, chip).ToArray());
                AssertTimes(explanation, meet, logged);
                Assert.Equal(
                    logged.Reads.PassingsOf(point, chip).ToArray(),
                    explanation.Crossings.Where(crossing => crossing.Verdict == CrossingVerdict.Counts).Select(crossing => crossing.Passing));
                seen.UnionWith(explanation.Reads.Select(read => read.Disposition));
            }
        }

        Assert.Equal(Enum.GetValues<ReadDisposition>().Except([ReadDisposition.OverLimit]).Order(), seen.Order());
    }

    [Fact]
    public void The_middle_of_a_chip_that_was_read_all_day_is_over_the_limit()
    {
        var reads = Enumerable.Range(0, 1_200).Select(i => new Read(i * 10_000_000L, 0, 0, 0)).ToArray();
        var explanation = PassingExplanation.Of(new KeySnapshot(reads, [new(DeviceRole.Main, DeviceClock.True)], [DeviceClock.True], ["d"], PassingRule.Default));
        Assert.Equal(
            Enumerable.Range(0, 1_200).Select(i => i is >= 500 and < 700 ? ReadDisposition.OverLimit : ReadDisposition.GaveTime),
            explanation.Reads.Select(read => read.Disposition));
    }

    private static LoggedMeet Loaded(RandomMeet meet)
    {
        var logged = new LoggedMeet();
        logged.Apply(meet);
        foreach (var read in meet.Reads)
        {
            logged.Add(read);
        }

        logged.Settle();
        return logged;
    }

    private static void AssertComplete(PassingExplanation explanation, Read[] reads) =>
        Assert.Equal(reads.Order(Comparer<Read>.Create((left, right) => left.CompareTo(right))), explanation.Reads.Select(read => read.Read).Order(Comparer<Read>.Create((left, right) => left.CompareTo(right))));

    private static void AssertTimes(PassingExplanation explanation, RandomMeet meet, LoggedMeet logged)
    {
        foreach (var read in explanation.Reads)
        {
            var device = meet.Devices[logged.Reads.DeviceIdOf(read.Read.Device)];
            Assert.Equal(PassingOracle.TrueTime(read.Read.TimeMicros, device), read.TimeMicros);
            Assert.Equal(read.Disposition == ReadDisposition.Held, device.Held.Any(held => held.QuarantineId == read.QuarantineId && held.Holds(read.Read.TimeMicros)));
            Assert.Equal(read.Disposition == ReadDisposition.Held, read.Crossing < 0);
        }

        for (var i = 0; i < explanation.Crossings.Count; i++)
        {
            var crossing = explanation.Crossings[i];
            var mine = explanation.Reads.Where(read => read.Crossing == i).ToList();
            Assert.Equal(crossing.Passing.ReadCount, mine.Count);
            Assert.Equal(crossing.Passing.SpanMicros, mine.Max(read => read.TimeMicros) - mine.Min(read => read.TimeMicros));
            if (crossing.Verdict == CrossingVerdict.BeforeMinimum)
            {
                Assert.All(mine, read => Assert.Equal(ReadDisposition.BeforeMinimum, read.Disposition));
                Assert.True(crossing.Passing.TimeMicros < explanation.Rule.NotBeforeMicros);
                continue;
            }

            var gave = mine.Where(read => read.Disposition == ReadDisposition.GaveTime).Select(read => read.TimeMicros).Distinct().ToList();
            var fitted = mine.Where(read => read.Disposition == ReadDisposition.Fitted).ToList();
            Assert.True(fitted.Count == 0 || gave.Count == 0);
            var time = fitted.Count > 0 ? PassingOracle.FittedPeak([.. fitted.Select(read => (read.TimeMicros, read.Read.RssiDbm))])!.Value : Assert.Single(gave);
            Assert.Equal(crossing.Passing.TimeMicros, time + explanation.Rule.AntennaShift.Micros);
        }
    }
}
