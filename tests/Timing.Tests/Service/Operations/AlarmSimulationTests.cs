using RaceSystem.Testing;
using RaceSystem.Timing.Core.Alarms;
using RaceSystem.Timing.V1;
using AlarmKind = RaceSystem.Timing.Core.Alarms.AlarmKind;

namespace RaceSystem.Timing.Tests.Service.Operations;

/// <summary>Races with planted faults: each is found in time and by its name; clean races raise nothing at any speed.</summary>
public sealed class AlarmSimulationTests(ITestOutputHelper output)
{
    private const int Runners = 3_000;

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(60)]
    public void A_clean_race_raises_no_alarm(double speed)
    {
        var seed = Seed.Next();
        Assert.Empty(Raised(new SimulatedMorning(seed, Runners, speed)));
    }

    [Theory]
    [InlineData(1, 40)]
    [InlineData(60, 1_300)]
    public void A_device_that_falls_silent_beside_another_is_found(double speed, double withinSeconds)
    {
        var morning = new SimulatedMorning(Seed.Next(), Runners, speed) { OnTheWay = Lose("5k-backup", after: 2_400) };
        Expect(Raised(morning), AlarmKind.SilentDevice, "5k", "5k-backup", 2_400, withinSeconds);
    }

    [Theory]
    [InlineData(1, 90)]
    [InlineData(60, 1_300)]
    public void A_point_where_nothing_is_read_any_more_is_found(double speed, double withinSeconds)
    {
        var morning = new SimulatedMorning(Seed.Next(), Runners, speed) { OnTheWay = Lose("10k-only", after: 4_200) };
        Expect(Raised(morning), AlarmKind.SilentPoint, "10k", "", 4_200, withinSeconds);
    }

    [Fact]
    public void A_point_that_never_read_is_found_when_runners_are_due()
    {
        var morning = new SimulatedMorning(Seed.Next(), Runners, 1) { OnTheWay = Lose("10k-only", after: -10_000) };

        // The fastest come after 32 min; 25 of them are there two minutes later.
        Expect(Raised(morning), AlarmKind.SilentPoint, "10k", "", 1_900, 900);
    }

    [Fact]
    public void A_device_whose_antenna_is_nearly_deaf_is_found_beside_another()
    {
        var random = new Random(7);
        var morning = new SimulatedMorning(Seed.Next(), Runners, 1)
        {
            OnTheWay = read => read.Device == "5k-main" && read.RaceMicros > 2_400e6 && random.Next(100) >= 8 ? null : read,
        };
        Expect(Raised(morning), AlarmKind.RateCollapse, "5k", "5k-main", 2_400, 120);
    }

    [Fact]
    public void A_device_alone_that_reads_each_passing_hardly_once_is_found()
    {
        var random = new Random(7);
        var morning = new SimulatedMorning(Seed.Next(), Runners, 1)
        {
            OnTheWay = read => read.Device == "10k-only" && read.RaceMicros > 4_200e6 && random.Next(100) >= 15 ? null : read,
        };

        // Of the runners some are not read at all, which the point's own rule may find later.
        Expect(Raised(morning).Take(1), AlarmKind.RateCollapse, "10k", "10k-only", 4_200, 180);
    }

    [Fact]
    public void A_device_alone_that_misses_two_of_three_runners_is_found()
    {
        var morning = new SimulatedMorning(Seed.Next(), Runners, 1)
        {
            OnTheWay = read => read.Device == "10k-only" && read.RaceMicros > 3_600e6 && (read.Chip[^1] + read.Chip[^2]) % 3 > 0 ? null : read,
        };

        // An allowance for runners who slow down passes first: a quarter of the leg and a minute.
        Expect(Raised(morning), AlarmKind.RateCollapse, "10k", "", 3_600, 900);
    }

    [Theory]
    [InlineData(30)]
    [InlineData(-30)]
    [InlineData(3_600)]
    public void A_clock_that_makes_a_step_is_found_by_the_arrival_of_its_reads(double stepSeconds)
    {
        var morning = new SimulatedMorning(Seed.Next(), Runners, 1)
        {
            Meanwhile = (at, race) => at.ClockSteps["15k-only"] = race > 6_000e6 ? (long)(stepSeconds * 1e6) : 0,
        };
        var raised = Raised(morning);
        Expect(raised.Where(alarm => alarm.Change.Subject.Kind == AlarmKind.ClockJump), AlarmKind.ClockJump, "15k", "15k-only", 6_000, 60);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(60)]
    public void A_clock_that_makes_a_step_is_found_by_the_agents_comparisons(double speed)
    {
        var random = new Random(3);
        var morning = new SimulatedMorning(Seed.Next(), Runners, speed)
        {
            Reports = (device, race) => device == "5k-main"
                ? new DeviceReport
                {
                    DecoderConnected = true,
                    ClockSamples = { new ClockSample { AgentTimeUs = race + random.Next(20_000) + (race > 2_400e6 ? 1_200_000 : 0), DeviceTimeUs = race, RoundTripUs = 40_000 } },
                }
                : null,
        };
        Expect(Raised(morning), AlarmKind.ClockJump, "5k", "5k-main", 2_400, 12 * speed);
    }

    [Fact]
    public void An_upload_that_breaks_off_is_found_and_ends_when_it_is_back()
    {
        var morning = new SimulatedMorning(Seed.Next(), Runners, 1)
        {
            Meanwhile = (at, race) =>
            {
                if (race > 2_400e6)
                {
                    at.Break("5k-backup");
                }
            },
        };
        var raised = Raised(morning);
        Expect(raised.Where(alarm => alarm.Change.Subject.Kind == AlarmKind.ConnectionLost), AlarmKind.ConnectionLost, "5k", "5k-backup", 2_400, 20);
        Assert.All(raised, alarm => Assert.Equal("5k-backup", alarm.Change.Subject.DeviceId)); // silent as well, nobody else
    }

    [Theory]
    [InlineData(1)]
    [InlineData(60)]
    public void A_box_of_foreign_chips_beside_a_mat_is_found(double speed)
    {
        var morning = new SimulatedMorning(Seed.Next(), Runners, speed)
        {
            OnTheWay = read => read.Point == "5k" && read.RaceMicros > 1_500e6 && read.Chip[^1] is '3' or '6' or '7' ? read with { Chip = $"X{read.Chip}" } : read,
        };
        Expect(Raised(morning).Where(alarm => alarm.Change.Subject.Kind == AlarmKind.UnknownChips), AlarmKind.UnknownChips, "5k", "", 1_500, 110 + (10 * speed));
    }

    [Fact]
    public void What_a_device_tells_of_itself_is_raised_and_cleared()
    {
        var morning = new SimulatedMorning(Seed.Next(), 300, 1)
        {
            Reports = (device, race) => device == "5k-main"
                ? new DeviceReport
                {
                    DecoderConnected = race is < 1_000_000_000 or > 1_100_000_000,
                    BatteryPercent = race < 2_000e6 ? 60 : race < 3_000e6 ? 19 : race < 3_500e6 ? 23 : 80,
                    Problem = race is > 2_500_000_000 and < 2_600_000_000 ? "The disk is full: reads are not taken any more." : "",
                    RejectedFrames = race < 1_500e6 ? 0 : (long)(Math.Min(race, 1_700e6) - 1_500e6) / 1_000_000,
                }
                : null,
        };
        var changes = morning.Play();
        foreach (var kind in new[] { AlarmKind.ConnectionLost, AlarmKind.DeadLetters, AlarmKind.BatteryLow, AlarmKind.DeviceProblem })
        {
            Assert.Equal([true, false], changes.Where(change => change.Change.Subject == new AlarmSubject(kind, "5k", "5k-main")).Select(change => change.Change.IsRaised));
        }

        Assert.Equal(8, changes.Count);
    }

    private List<(double RaceSeconds, AlarmChange Change)> Raised(SimulatedMorning morning)
    {
        var changes = morning.Play();
        foreach (var (at, change) in changes)
        {
            output.WriteLine($"{at,8:0} s {(change.IsRaised ? "raised" : "cleared")} {change.Subject}: {change.Description}");
        }

        return [.. changes.Where(change => change.Change.IsRaised)];
    }

    /// <summary>The fault is found in time, and nothing else is.</summary>
    private static void Expect(IEnumerable<(double RaceSeconds, AlarmChange Change)> raised, AlarmKind kind, string point, string device, double after, double within)
    {
        var alarm = Assert.Single(raised.DistinctBy(alarm => alarm.Change.Subject));
        Assert.Equal(new AlarmSubject(kind, point, device), alarm.Change.Subject);
        Assert.InRange(alarm.RaceSeconds, after, after + within);
    }

    private static Func<SimulatedDetection, SimulatedDetection?> Lose(string device, double after) =>
        read => read.Device == device && read.RaceMicros > after * 1e6 ? null : read;
}
