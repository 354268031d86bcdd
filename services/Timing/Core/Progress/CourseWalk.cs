using RaceSystem.Timing.Core.Meets;

namespace RaceSystem.Timing.Core.Progress;

/// <summary>
/// Finds the visits of a course in a runner's passings: each visit takes the first passing at its point that can follow the
/// visit before. Nobody is faster than 100 s/km (the same bound as in Results).
/// </summary>
internal sealed class CourseWalk
{
    private const long FastestMicrosPerM = 100_000;

    /// <summary>Pace of a runner of whom only one visit is known: 7:30 min/km, which most of a field keeps at the first leg.</summary>
    private const long FirstMicrosPerM = 450_000;

    private readonly ProgressVisit[] _visits;
    private readonly int[] _points;

    internal CourseWalk(ProgressCourse course, MeetReads reads)
    {
        _visits = [.. course.Visits.Take(FieldProgress.MaxVisits)];
        _points = [.. _visits.Select(visit => PointOf(reads, visit))];
    }

    /// <summary>Whether every point that is known now was known when the walk was made.</summary>
    internal bool IsAlong(MeetReads reads)
    {
        for (var visit = 0; visit < _points.Length; visit++)
        {
            if (_points[visit] < 0 && PointOf(reads, _visits[visit]) >= 0)
            {
                return false;
            }
        }

        return true;
    }

    internal void Walk(MeetReads reads, IReadOnlyList<string> chips, long? gun, ref RunnerState state)
    {
        state = new RunnerState { LastVisit = -1 };
        var (firstVisit, firstMicros) = (-1, 0L);
        for (var visit = 0; visit < _visits.Length; visit++)
        {
            var earliest = state.LastVisit >= 0 ? state.LastMicros + (Metres(state.LastVisit, visit) * FastestMicrosPerM)
                : gun is { } start ? start + (Metres(0, visit) * FastestMicrosPerM) : long.MinValue;
            if (_points[visit] < 0 || EarliestOf(reads, _points[visit], chips, earliest) is not { } time)
            {
                continue;
            }

            state.Seen |= UInt128.One << visit;
            (state.LastVisit, state.LastMicros) = (visit, time);
            if (firstVisit < 0)
            {
                (firstVisit, firstMicros) = (visit, time);
            }
        }

        state.LegMicros = LegOf(state, firstVisit, firstMicros);
        state.HasPace = state.LastVisit > firstVisit;
    }

    private long LegOf(in RunnerState state, int firstVisit, long firstMicros)
    {
        if (state.LastVisit < 0 || state.LastVisit + 1 >= _visits.Length)
        {
            return 0;
        }

        var leg = Metres(state.LastVisit, state.LastVisit + 1);
        var gone = Metres(firstVisit, state.LastVisit);
        return gone == 0 ? leg * FirstMicrosPerM : (long)((double)(state.LastMicros - firstMicros) / gone * leg);
    }

    private long Metres(int from, int to) => from == to ? 0 : Math.Max(1, _visits[to].DistanceM - _visits[from].DistanceM);

    private static long? EarliestOf(MeetReads reads, int point, IReadOnlyList<string> chips, long earliest)
    {
        long? best = null;
        for (var i = 0; i < chips.Count; i++)
        {
            if (reads.Chips.TryFind(chips[i], out var chip) && EarliestOf(reads, point, chip, earliest) is { } time && (best is null || time < best))
            {
                best = time;
            }
        }

        return best;
    }

    private static long? EarliestOf(MeetReads reads, int point, int chip, long earliest)
    {
        var span = reads.SpanOf(point, chip);
        if (span.Count == 0 || span.LastMicros < earliest)
        {
            return null;
        }

        if (span.FirstMicros >= earliest)
        {
            return span.FirstMicros;
        }

        if (span.Count > 2)
        {
            foreach (ref readonly var passing in reads.PassingsOf(point, chip))
            {
                if (passing.TimeMicros >= earliest)
                {
                    return passing.TimeMicros;
                }
            }
        }

        return span.LastMicros;
    }

    private static int PointOf(MeetReads reads, ProgressVisit visit) => reads.TryFindPoint(visit.PointId, out var point) ? point : -1;
}
