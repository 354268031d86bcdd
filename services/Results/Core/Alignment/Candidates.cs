using RaceSystem.Results.Core.Passings;
using RaceSystem.Results.Core.Scoring;

namespace RaceSystem.Results.Core.Alignment;

/// <summary>The passings that may be a visit: those of its point that are not too early after the gun. Reused for every runner.</summary>
internal sealed class Candidates
{
    private readonly int[] _pointFrom = new int[CourseMap.MaxVisits];
    private readonly int[] _pointEnd = new int[CourseMap.MaxVisits];

    /// <summary>By visit: the first candidate among the packed passings.</summary>
    public int[] From { get; } = new int[CourseMap.MaxVisits];

    /// <summary>By visit: how many follow each other from there.</summary>
    public int[] Count { get; } = new int[CourseMap.MaxVisits];

    /// <summary>By visit: candidates of the visits before it.</summary>
    public int[] Offset { get; } = new int[CourseMap.MaxVisits];

    /// <summary>Candidates of all visits.</summary>
    public int Total { get; private set; }

    /// <summary>The runner's gun, or <see cref="Moment.None"/>.</summary>
    public long Gun { get; private set; }

    /// <summary>What nothing comes before: the gun, or the first crossing of the start mat, or <see cref="Moment.None"/>.</summary>
    public long Zero { get; private set; }

    /// <summary>Finds the candidates of one runner among the sorted packed passings.</summary>
    public void Find(CourseMap course, ReadOnlySpan<long> passings, long gun)
    {
        FindPoints(course, passings);

        // Before the gun is known the first crossing of the start mat stands in for it: a bound, not a time.
        var start = course.LocalOfVisit[0];
        Gun = gun;
        Zero = gun != Moment.None || _pointEnd[start] == 0 ? gun : PassingBuffer.TimeOf(passings[_pointFrom[start]]);
        Total = 0;
        for (var visit = 0; visit < course.VisitCount; visit++)
        {
            var end = _pointEnd[course.LocalOfVisit[visit]];
            var from = _pointFrom[course.LocalOfVisit[visit]];
            if (Zero != Moment.None)
            {
                var earliest = Zero + course.FastestMicros[visit];
                while (from < end && PassingBuffer.TimeOf(passings[from]) < earliest)
                {
                    from++;
                }
            }

            From[visit] = from;
            Count[visit] = end - from;
            Offset[visit] = Total;
            Total += Count[visit];
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
}
