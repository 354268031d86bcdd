namespace RaceSystem.Timing.Core.Progress;

/// <summary>Counts who is due at the visits of one course, at one moment.</summary>
internal sealed class DueClock
{
    private const long AllowanceMicros = 60_000_000;

    private readonly long[] _lastRead;
    private readonly DueCounts[] _counts;

    private DueClock(long[] lastRead)
    {
        _lastRead = lastRead;
        _counts = new DueCounts[lastRead.Length];
    }

    internal static DueClock Of(ProgressCourse course, Func<string, long> lastReadOfPoint) =>
        new([.. course.Visits.Take(FieldProgress.MaxVisits).Select(visit => lastReadOfPoint(visit.PointId))]);

    /// <summary>Counts a runner who has a visit ahead.</summary>
    internal void Count(in RunnerState state)
    {
        var next = state.LastVisit + 1;
        var due = state.LastMicros + state.LegMicros;
        var longDue = due + (state.LegMicros / 4) + AllowanceMicros;
        var (now, since) = (_lastRead[state.LastVisit], _lastRead[next]);
        if (due > now)
        {
            return;
        }

        ref var counts = ref _counts[next];
        counts = new DueCounts(
            counts.Due + (due > since ? 1 : 0),
            counts.LongDue + (longDue <= now && longDue > since ? 1 : 0),
            counts.Overdue + (longDue <= now ? 1 : 0));
    }

    internal void Tell(int course, Action<int, int, DueCounts> receiver)
    {
        for (var visit = 1; visit < _counts.Length; visit++)
        {
            receiver(course, visit, _counts[visit]);
        }
    }
}
