using System.Globalization;
using RaceSystem.Kernel;
using RaceSystem.Results.Core.Standings;
using RaceSystem.Timing.Core.Clocks;
using RaceSystem.Timing.Core.Passings;

namespace RaceSystem.Simulation.Tests;

/// <summary>
/// The acceptance line on clocks, through the cores of Timing and Results: the decoder at the finish was off by 1.5 s and 20 ppm all
/// race long; found from double reads and corrected afterwards, all times are repaired, and revoked, the old ones are back.
/// </summary>
public sealed class ClockCorrectionTests(ITestOutputHelper output)
{
    private const string Finish = "stadium";
    private const long ToleranceMicros = 20_000;
    private const int Runners = 200;
    private const int Rounds = 5;

    /// <summary>What must be added to the decoder's times.</summary>
    private static readonly ClockCorrection Truth = new("truth", long.MinValue, long.MaxValue, 1_500_000, ScriptedCourse.Gun.Micros, 20_000);

    [Fact]
    public void Correcting_a_decoder_after_the_race_repairs_all_times()
    {
        var random = Seed.NextRandom();
        var worst = 0L;
        for (var round = 0; round < Rounds; round++)
        {
            var script = RaceScript.Create(random.Next(), new RaceScriptOptions { Runners = Runners, Basis = RaceBasis.Net });
            var (right, wrong) = Reads(script, random);
            var expected = CorePipeline.Describe(Race(script, right).Standings());
            var race = Race(script, wrong);
            var before = CorePipeline.Describe(race.Standings());
            Assert.NotEqual(expected, before);

            var estimate = DoubleReadEstimator.Estimate(race.CrossingsOf(Finish, ReadScript.MainOf(Finish), ReadScript.BackupOf(Finish)))!.Clock;
            var estimated = new ClockCorrection("estimated", long.MinValue, long.MaxValue, estimate.OffsetMicros, estimate.ReferenceMicros, estimate.DriftPpb);
            Correct(race, estimated);
            worst = Math.Max(worst, LargestDifference(Race(script, right).Standings(), race.Standings()));
            Correct(race, Truth);
            Assert.Equal(expected, CorePipeline.Describe(race.Standings()));
            Correct(race);
            Assert.Equal(before, CorePipeline.Describe(race.Standings()));
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"worst crossing of {Rounds} races after correction by the estimate: {worst / 1e3:0.0} ms off"));
        Assert.InRange(worst, 0, ToleranceMicros);
    }

    private static void Correct(CorePipeline race, params ClockCorrection[] corrections) =>
        race.Apply(ReadScript.MainOf(Finish), DeviceRole.Main, new DeviceClock(Elapsed.Zero, corrections, []));

    private static CorePipeline Race(RaceScript script, IEnumerable<ScriptedRead> reads)
    {
        var pipeline = new CorePipeline();
        pipeline.SetRace(script);
        pipeline.SetGun(ScriptedCourse.Gun);
        foreach (var runner in script.Runners)
        {
            pipeline.SetEntry(runner);
            pipeline.Declare(runner);
        }

        pipeline.Apply(ReadScript.BackupOf(Finish), DeviceRole.Backup, DeviceClock.True);
        pipeline.Read(reads);
        return pipeline;
    }

    /// <summary>
    /// The same race twice: once with the main decoder's times at the finish right, once as its clock told them. Five reads a crossing and device,
    /// each within 100 ms of it.
    /// </summary>
    private static (List<ScriptedRead> Right, List<ScriptedRead> Wrong) Reads(RaceScript script, Random random)
    {
        var (right, wrong) = (new List<ScriptedRead>(), new List<ScriptedRead>());
        foreach (var runner in script.Runners)
        {
            foreach (var (visit, crossing) in ScriptedCourse.CrossingsOf(runner))
            {
                for (var i = 0; i < 5; i++)
                {
                    var (point, chip) = (visit.TimingPointId, ScriptedCourse.ChipOf(runner));
                    var told = crossing.Micros + random.Next(-100_000, 100_000) - Truth.OffsetMicros - (Truth.DriftPpb * (crossing.Micros - Truth.ReferenceMicros) / 1_000_000_000);
                    var read = new ScriptedRead(point, chip, ReadScript.MainOf(point), told + Truth.At(told), -50);
                    right.Add(read);
                    wrong.Add(point == Finish ? read with { TimeMicros = told } : read);
                    if (point == Finish)
                    {
                        var backup = new ScriptedRead(point, chip, ReadScript.BackupOf(point), crossing.Micros + random.Next(-100_000, 100_000), -50);
                        right.Add(backup);
                        wrong.Add(backup);
                    }
                }
            }
        }

        return (right, wrong);
    }

    private static long LargestDifference(RaceStandings expected, RaceStandings actual)
    {
        var largest = 0L;
        for (var runner = 0; runner < expected.RunnerCount; runner++)
        {
            var same = actual.FindBib(expected.EntryOf(runner).Bib);
            foreach (var (visit, other) in expected.Visits.Zip(actual.Visits))
            {
                Assert.Equal(visit.CrossingOf(runner) is null, other.CrossingOf(same) is null);
                if (visit.CrossingOf(runner) is { } right && other.CrossingOf(same) is { } corrected)
                {
                    largest = Math.Max(largest, Math.Abs((corrected - right).Micros));
                }
            }
        }

        return largest;
    }
}
