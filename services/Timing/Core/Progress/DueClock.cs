namespace RaceSystem.Timing.Core.Progress;

/// <summary>Counts who is due at the visits of one course, at one moment.</summary>
internal sealed class DueClock
{
    private const long AllowanceMicros = 60_000_000;

    /// <summary>Whoever has been due for longer has given up or was taken off the course.</summary>
    private const long ForgottenMicros = 1_800_000_000;

    private readonly long[] _lastRead;
    private readonly long _now;
    private readonly DueCounts[] _counts;

    private DueClock(long[] lastRead, long now)
    {
        (_lastRead, _now) = (lastRead, now);
        _counts = new DueCounts[lastRead.Length];
    }

    internal static DueClock Of(ProgressCourse course, Func<string, long> lastReadOfPoint, long now) =>
        new([.. course.Visits.Take(FieldProgress.MaxVisits).Select(visit => lastReadOfPoint(visit.PointId))], now);

    /// <summary>Counts a runner who has a visit ahead.</summary>
    internal void Count(in RunnerState state)
    {
        var next = state.LastVisit + 1;
        var due = state.LastMicros + state.LegMicros;
        var longDue = due + (state.LegMicros / 4) + AllowanceMicros;
        if (due > _now)
        {
            return;
        }

        // Since the last read there, since the runner is looked for behind it.
        var isNew = due > Math.Max(_lastRead[next], _now - ForgottenMicros);
        ref var counts = ref _counts[next];
        counts = new DueCounts(
            counts.Due + (isNew ? 1 : 0),
            counts.LongDue + (isNew && longDue <= _now ? 1 : 0),
            counts.Overdue + (state.HasPace && longDue <= _now ? 1 : 0));
    }

    internal void Tell(int course, Action<int, int, DueCounts> receiver)
    {
        for (var visit = 1; visit < _counts.Length; visit++)
        {
            receiver(course, visit, _counts[visit]);
        }
    }
}
