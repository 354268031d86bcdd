using RaceSystem.Kernel;
using RaceSystem.Testing;
using RaceSystem.Timing.Core.Clocks;
using RaceSystem.Timing.Core.Meets;
using RaceSystem.Timing.Core.Passings;
using RaceSystem.Timing.Core.Progress;
using RaceSystem.Timing.Core.Reads;

namespace RaceSystem.Timing.Tests.Core.Progress;

public sealed class FieldProgressTests
{
    private static readonly ProgressCourse[] Courses =
    [
        new("loop", [new("start", "s", 0), new("5k", "a", 5_000), new("10k", "s", 10_000), new("15k", "a", 15_000), new("finish", "s", 20_000)]),
        new("short", [new("start", "s", 0), new("finish", "s", 5_000)]),
    ];

    private readonly MeetReads _reads = new();
    private readonly FieldProgress _progress = new();

    public FieldProgressTests()
    {
        _reads.ApplyPoint("s", PassingRule.Default);
        _reads.ApplyPoint("a", PassingRule.Default);
        _reads.ApplyDevice("d", DeviceRole.Main, DeviceClock.True);
    }

    [Fact]
    public void A_point_visited_three_times_is_three_visits()
    {
        Follow((0, "A"), (0, "B"), (1, "C"));
        Read("s", "A", 0);
        Read("a", "A", 1_500);
        Read("s", "A", 3_000);
        Read("s", "B", 0);
        Read("s", "B", 30); // back over the mat: too soon for 10 km
        Read("s", "C", 0);
        Read("s", "C", 1_500);
        _progress.Refresh(_reads);
        Assert.Equal([(2, 2, 0), (2, 1, 0), (2, 1, 0), (2, 0, 0), (2, 0, 0)], Counts(0));
        Assert.Equal([(1, 1, 0), (1, 1, 0)], Counts(1));

        Read("s", "B", 6_100);
        _progress.Refresh(_reads);
        Assert.Equal([(2, 2, 0), (2, 1, 1), (2, 2, 0), (2, 0, 0), (2, 0, 0)], Counts(0)); // B missed at 5 km
    }

    [Fact]
    public void Nothing_before_the_gun_counts()
    {
        _progress.Follow(Courses, [new ProgressRunner(0, "w", ["A"])], (_, _) => 1_000_000_000);
        Read("s", "A", 500);
        Read("a", "A", 600);
        _progress.Refresh(_reads);
        Assert.Equal(0, _progress.StartedOf(0));
        Assert.All(Counts(0), counts => Assert.Equal(0, counts.Seen));
        Read("s", "A", 1_001);
        _progress.Refresh(_reads);
        Assert.Equal((1, 1), (_progress.StartedOf(0), _progress.CountsOf(0, 0).Seen));
    }

    [Fact]
    public void The_same_reads_in_any_steps_give_the_same_counts()
    {
        var random = Seed.NextRandom();
        (int, string)[] runners = [.. Enumerable.Range(0, 200).Select(i => (i % 2, $"R{i}"))];
        Follow(runners);
        for (var step = 0; step < 3_000; step++)
        {
            Read(random.Next(3) == 0 ? "a" : "s", $"R{random.Next(210)}", random.Next(8_000));
            if (random.Next(10) == 0)
            {
                _progress.Refresh(_reads);
            }
        }

        _progress.Refresh(_reads);
        var atOnce = new FieldProgress();
        atOnce.Follow(Courses, [.. runners.Select(runner => new ProgressRunner(runner.Item1, "", [runner.Item2]))], (_, _) => null);
        atOnce.Refresh(_reads);
        for (var course = 0; course < Courses.Length; course++)
        {
            for (var visit = 0; visit < Courses[course].Visits.Count; visit++)
            {
                Assert.Equal(atOnce.CountsOf(course, visit), _progress.CountsOf(course, visit));
            }
        }
    }

    [Fact]
    public void Who_is_due_is_told_by_the_own_pace()
    {
        Follow((0, "A"), (0, "B"));
        foreach (var chip in new[] { "A", "B" })
        {
            Read("s", chip, 0);
            Read("a", chip, 1_500);
        }

        _progress.Refresh(_reads);
        Assert.Equal(default, DueAt(visit: 2, now: 2_990));
        Assert.Equal(new DueCounts(2, 0, 0), DueAt(visit: 2, now: 3_010));
        Assert.Equal(new DueCounts(2, 2, 2), DueAt(visit: 2, now: 3_000 + 375 + 61));
        Read("s", "A", 3_100);
        _progress.Refresh(_reads);
        Assert.Equal(new DueCounts(0, 0, 1), DueAt(visit: 2, now: 3_500)); // something was read since B was due
        Assert.Equal(default, DueAt(visit: 3, now: 4_600));
        Assert.Equal(new DueCounts(1, 0, 0), DueAt(visit: 3, now: 4_660));
    }

    private void Follow(params (int Course, string Chip)[] runners) =>
        _progress.Follow(Courses, [.. runners.Select(runner => new ProgressRunner(runner.Course, "", [runner.Chip]))], (_, _) => null);

    private void Read(string pointId, string chip, long seconds)
    {
        _reads.TryFindPoint(pointId, out var point);
        _reads.Add(point, _reads.Chips.Intern(chip), new Read(seconds * Instant.MicrosPerSecond, 0, -50, 1));
        _reads.Settle(static (_, _, _) => { });
    }

    private IEnumerable<(int Expected, int Seen, int Missed)> Counts(int course) =>
        Courses[course].Visits.Select((_, visit) => _progress.CountsOf(course, visit)).Select(counts => (counts.Expected, counts.Seen, counts.Missed));

    private DueCounts DueAt(int visit, long now)
    {
        DueCounts due = default;
        _progress.CountDue(
            pointId => _reads.TryFindPoint(pointId, out var point) ? _reads.CountsOfPoint(point).LastReadMicros : 0,
            now * Instant.MicrosPerSecond,
            (course, at, counts) => due = course == 0 && at == visit ? counts : due);
        return due;
    }
}
