using RaceSystem.Timing.Core.Alarms;
using RaceSystem.Timing.V1;
using AlarmKind = RaceSystem.Timing.Core.Alarms.AlarmKind;

namespace RaceSystem.Timing.Tests.Service.Operations;

/// <summary>
/// Races with planted faults: each is found in time, by its name and alone, in four of five mornings at least; clean races
/// raise nothing at any speed. Alarms are judgements on chance, so the mornings are always the same ones.
/// </summary>
public sealed class AlarmSimulationTests(ITestOutputHelper output)
{
    private const int Runners = 3_000;
    private const int Mornings = 5;
    private const int LeastFound = 4;

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(60)]
    public void A_clean_race_raises_no_alarm(double speed)
    {
        for (var seed = 1; seed <= Mornings; seed++)
        {
            Assert.Empty(Raised(new SimulatedMorning(seed, Runners, speed)));
        }
    }

    [Theory]
    [InlineData(1, 40)]
    [InlineData(60, 1_300)]
    public void A_device_that_falls_silent_beside_another_is_found(double speed, double withinSeconds)
    {
        Finds(seed => new SimulatedMorning(seed, Runners, speed) { OnTheWay = Lose("5k-backup", after: 2_400) }, AlarmKind.SilentDevice, "5k", "5k-backup", 2_400, withinSeconds);
    }

    [Theory]
    [InlineData(1, 90)]
    [InlineData(60, 1_300)]
    public void A_point_where_nothing_is_read_any_more_is_found(double speed, double withinSeconds)
    {
        Finds(seed => new SimulatedMorning(seed, Runners, speed) { OnTheWay = Lose("10k-only", after: 4_200) }, AlarmKind.SilentPoint, "10k", "", 4_200, withinSeconds);
    }

    [Fact]
    public void A_point_that_never_read_is_found_when_runners_are_due()
    {
        // The fastest come after 32 min; 25 of them are there two minutes later.
        Finds(seed => new SimulatedMorning(seed, Runners, 1) { OnTheWay = Lose("10k-only", after: -10_000) }, AlarmKind.SilentPoint, "10k", "", 1_900, 900);
    }

    [Fact]
    public void A_device_whose_antenna_is_nearly_deaf_is_found_beside_another()
    {
        Finds(seed => new SimulatedMorning(seed, Runners, 1) { OnTheWay = Weaken("5k-main", after: 2_400, percentLeft: 8) }, AlarmKind.RateCollapse, "5k", "5k-main", 2_400, 120);
    }

    [Fact]
    public void A_device_alone_that_reads_each_passing_hardly_once_is_found()
    {
        // Of the runners some are not read at all, which the point's own rule may find too.
        Finds(
            seed => new SimulatedMorning(seed, Runners, 1) { OnTheWay = Weaken("10k-only", after: 4_200, percentLeft: 15) },
            AlarmKind.RateCollapse, "10k", "10k-only", 4_200, 180, alarm => alarm.Subject.DeviceId.Length > 0);
    }

    [Fact]
    public void A_device_alone_that_misses_two_of_three_runners_is_found()
    {
        SimulatedMorning Morning(int seed) => new(seed, Runners, 1)
        {
            OnTheWay = read => read.Device == "10k-only" && read.RaceMicros > 3_600e6 && (read.Chip[^1] + read.Chip[^2]) % 3 > 0 ? null : read,
        };

        // An allowance for runners who slow down passes first: a quarter of the leg and a minute.
        Finds(Morning, AlarmKind.RateCollapse, "10k", "", 3_600, 900);
    }

    [Theory]
    [InlineData(30)]
    [InlineData(-30)]
    [InlineData(3_600)]
    public void A_clock_that_makes_a_step_is_found_by_the_arrival_of_its_reads(double stepSeconds)
    {
        SimulatedMorning Morning(int seed) => new(seed, Runners, 1)
        {
            Meanwhile = (at, race) => at.ClockSteps["15k-only"] = race > 6_000e6 ? (long)(stepSeconds * 1e6) : 0,
        };
        Finds(Morning, AlarmKind.ClockJump, "15k", "15k-only", 6_000, 60, alarm => alarm.Subject.Kind == AlarmKind.ClockJump);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(60)]
    public void A_clock_that_makes_a_step_is_found_by_the_agents_comparisons(double speed)
    {
        var random = new Random(3);
        SimulatedMorning Morning(int seed) => new(seed, Runners, speed)
        {
            Reports = (device, race) => device == "5k-main"
                ? new DeviceReport
                {
                    DecoderConnected = true,
                    ClockSamples = { new ClockSample { AgentTimeUs = race + random.Next(20_000) + (race > 2_400e6 ? 1_200_000 : 0), DeviceTimeUs = race, RoundTripUs = 40_000 } },
                }
                : null,
        };
        Finds(Morning, AlarmKind.ClockJump, "5k", "5k-main", 2_400, 12 * speed);
    }

    [Fact]
    public void An_upload_that_breaks_off_is_found_and_ends_when_it_is_back()
    {
        SimulatedMorning Morning(int seed) => new(seed, Runners, 1)
        {
            Meanwhile = (at, race) =>
            {
                if (race > 2_400e6)
                {
                    at.Break("5k-backup");
                }
            },
        };
        // Silent as well, and nobody else is either.
        Finds(Morning, AlarmKind.ConnectionLost, "5k", "5k-backup", 2_400, 20, alarm => alarm.Subject != new AlarmSubject(AlarmKind.SilentDevice, "5k", "5k-backup"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(60)]
    public void A_box_of_foreign_chips_beside_a_mat_is_found(double speed)
    {
        SimulatedMorning Morning(int seed) => new(seed, Runners, speed)
        {
            OnTheWay = read => read.Point == "5k" && read.RaceMicros > 1_500e6 && read.Chip[^1] is '3' or '6' or '7' ? read with { Chip = $"X{read.Chip}" } : read,
        };
        Finds(Morning, AlarmKind.UnknownChips, "5k", "", 1_500, 110 + (10 * speed), alarm => alarm.Subject.Kind == AlarmKind.UnknownChips);
    }

    [Fact]
    public void What_a_device_tells_of_itself_is_raised_and_cleared()
    {
        var morning = new SimulatedMorning(1, 300, 1)
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

    /// <summary>The fault is found in time, and among the alarms looked at nothing else is.</summary>
    private void Finds(Func<int, SimulatedMorning> morning, AlarmKind kind, string point, string device, double after, double within, Func<AlarmChange, bool>? among = null)
    {
        var misses = new List<string>();
        for (var seed = 1; seed <= Mornings; seed++)
        {
            var raised = Raised(morning(seed)).Where(alarm => among is null || among(alarm.Change)).DistinctBy(alarm => alarm.Change.Subject).ToList();
            if (raised is not [var only] || only.Change.Subject != new AlarmSubject(kind, point, device) || only.RaceSeconds < after || only.RaceSeconds > after + within)
            {
                misses.Add($"seed {seed}: {string.Join(", ", raised.Select(alarm => $"{alarm.Change.Subject} at {alarm.RaceSeconds:0} s"))}");
            }
        }

        Assert.True(Mornings - misses.Count >= LeastFound, string.Join('\n', misses));
    }

    private static Func<SimulatedDetection, SimulatedDetection?> Lose(string device, double after) =>
        read => read.Device == device && read.RaceMicros > after * 1e6 ? null : read;

    /// <summary>Lets a share of a device's reads through.</summary>
    private static Func<SimulatedDetection, SimulatedDetection?> Weaken(string device, double after, int percentLeft)
    {
        var random = new Random(7);
        return read => read.Device == device && read.RaceMicros > after * 1e6 && random.Next(100) >= percentLeft ? null : read;
    }
}
