using RaceSystem.Results.Core.Passings;
using RaceSystem.Results.Core.Scoring;

namespace RaceSystem.Results.Core.Alignment;

/// <summary>
/// Finds which passing was which visit of the course: the increasing assignment of the greatest weight
/// (<see cref="CourseMap"/>) in which no leg is faster than possible and nothing comes before the gun. Of equal ones the
/// start takes the last passing that still allows the rest, every other visit the earliest, and earlier visits win over
/// later ones. A function of the set of passings alone (invariant 3). Reused for every runner; not safe to share.
/// </summary>
internal sealed class CourseAligner
{
    private readonly int[] _from = new int[CourseMap.MaxVisits];
    private readonly int[] _count = new int[CourseMap.MaxVisits];
    private readonly int[] _offset = new int[CourseMap.MaxVisits];
    private readonly int[] _pointFrom = new int[CourseMap.MaxVisits];
    private readonly int[] _pointEnd = new int[CourseMap.MaxVisits];
    private int[] _weight = new int[PassingBuffer.Limit];
    private int[] _bestFrom = new int[PassingBuffer.Limit];

    /// <summary>Aligns one runner.</summary>
    /// <param name="course">The course.</param>
    /// <param name="passings">Sorted packed passings (<see cref="PassingBuffer"/>).</param>
    /// <param name="gun">The runner's gun, or <see cref="Moment.None"/>.</param>
    /// <param name="crossings">Receives one time a visit, <see cref="Moment.None"/> where it was not measured.</param>
    public void Align(CourseMap course, ReadOnlySpan<long> passings, long gun, Span<long> crossings)
    {
        crossings.Fill(Moment.None);
        if (passings.Length == 0)
        {
            return;
        }

        FindPoints(course, passings);
        var candidates = FindCandidates(course, passings, gun);
        if (!course.EachPointOnce || !TryInOrder(course, passings, crossings))
        {
            Weigh(course, passings, candidates);
            Choose(course, passings, crossings);
        }
    }

    private void FindPoints(CourseMap course, ReadOnlySpan<long> passings)
    {
        var points = course.Points.Length;
        Array.Clear(_pointFrom, 0, points);
        Array.Clear(_pointEnd, 0, points);
        for (var i = 0; i < passings.Length; i++)
        {
            var point = PassingBuffer.PointOf(passings[i]);
            if (_pointEnd[point] == 0)
            {
                _pointFrom[point] = i;
            }

            _pointEnd[point] = i + 1;
        }
    }

    /// <summary>Candidates of a visit: its point's passings that are not too early after the gun.</summary>
    private int FindCandidates(CourseMap course, ReadOnlySpan<long> passings, long gun)
    {
        // Before the gun is known the first crossing of the start mat stands in for it: a bound, not a time.
        var startPoint = course.LocalOfVisit[0];
        var zero = gun != Moment.None || _pointEnd[startPoint] == 0 ? gun : PassingBuffer.TimeOf(passings[_pointFrom[startPoint]]);
        var total = 0;
        for (var visit = 0; visit < course.VisitCount; visit++)
        {
            var point = course.LocalOfVisit[visit];
            var from = _pointFrom[point];
            if (zero != Moment.None)
            {
                var earliest = zero + course.FastestMicros[visit];
                while (from < _pointEnd[point] && PassingBuffer.TimeOf(passings[from]) < earliest)
                {
                    from++;
                }
            }

            _from[visit] = from;
            _count[visit] = _pointEnd[point] - from;
            _offset[visit] = total;
            total += _count[visit];
        }

        return total;
    }

    /// <summary>The usual case: at most one candidate a visit, and all of them fit together.</summary>
    private bool TryInOrder(CourseMap course, ReadOnlySpan<long> passings, Span<long> crossings)
    {
        var earliest = long.MinValue;
        var before = 0;
        for (var visit = 0; visit < course.VisitCount; visit++)
        {
            if (_count[visit] == 0)
            {
                continue;
            }

            var time = PassingBuffer.TimeOf(passings[_from[visit]]);
            if (_count[visit] > 1 || (earliest != long.MinValue && time < earliest + course.FastestMicros[visit] - course.FastestMicros[before]))
            {
                crossings.Fill(Moment.None);
                return false;
            }

            crossings[visit] = time;
            earliest = time;
            before = visit;
        }

        return true;
    }

    /// <summary>
    /// From the last visit to the first: the weight of the best alignment that begins with a candidate, and of the best
    /// that begins with it or a later one of the same visit.
    /// </summary>
    private void Weigh(CourseMap course, ReadOnlySpan<long> passings, int candidates)
    {
        if (_weight.Length < candidates)
        {
            _weight = new int[candidates];
            _bestFrom = new int[candidates];
        }

        for (var visit = course.VisitCount - 1; visit >= 0; visit--)
        {
            for (var i = _count[visit] - 1; i >= 0; i--)
            {
                var time = PassingBuffer.TimeOf(passings[_from[visit] + i]);
                var rest = 0;
                for (var next = visit + 1; next < course.VisitCount; next++)
                {
                    var first = FirstAfter(passings, next, time + course.FastestMicros[next] - course.FastestMicros[visit]);
                    if (first < _count[next])
                    {
                        rest = Math.Max(rest, _bestFrom[_offset[next] + first]);
                    }
                }

                var weight = course.Weights[visit] + rest;
                var later = i + 1 < _count[visit] ? _bestFrom[_offset[visit] + i + 1] : 0;
                _weight[_offset[visit] + i] = weight;
                _bestFrom[_offset[visit] + i] = Math.Max(weight, later);
            }
        }
    }

    private int FirstAfter(ReadOnlySpan<long> passings, int visit, long earliest)
    {
        int low = 0, high = _count[visit];
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (PassingBuffer.TimeOf(passings[_from[visit] + middle]) < earliest)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private void Choose(CourseMap course, ReadOnlySpan<long> passings, Span<long> crossings)
    {
        var left = 0;
        for (var visit = 0; visit < course.VisitCount; visit++)
        {
            left = _count[visit] > 0 ? Math.Max(left, _bestFrom[_offset[visit]]) : left;
        }

        var before = -1;
        for (var visit = 0; visit < course.VisitCount && left > 0; visit++)
        {
            var earliest = before < 0 ? long.MinValue : crossings[before] + course.FastestMicros[visit] - course.FastestMicros[before];
            var chosen = -1;
            for (var i = FirstAfter(passings, visit, earliest); i < _count[visit] && chosen < 0; i++)
            {
                chosen = _weight[_offset[visit] + i] == left ? i : -1;
            }

            if (chosen >= 0)
            {
                chosen = visit == 0 ? LastStart(course, passings, chosen, left) : chosen;
                crossings[visit] = PassingBuffer.TimeOf(passings[_from[visit] + chosen]);
                left -= course.Weights[visit];
                before = visit;
            }
        }
    }

    private int LastStart(CourseMap course, ReadOnlySpan<long> passings, int first, int weight)
    {
        var chosen = first;
        var begin = PassingBuffer.TimeOf(passings[_from[0] + first]);
        for (var i = first + 1; i < _count[0] && PassingBuffer.TimeOf(passings[_from[0] + i]) - begin < course.StartWindowMicros; i++)
        {
            chosen = _weight[i] == weight ? i : chosen;
        }

        return chosen;
    }
}
