using RaceSystem.Results.Core.Scoring;

namespace RaceSystem.Results.Core.Alignment;

/// <summary>The pairs of a passing and a visit that it may be, in order of time: what <see cref="LikelyAlignment"/> chooses from. Reused for every runner.</summary>
internal sealed class VisitPairs
{
    /// <summary>Most pairs that are compared; beyond, weights decide.</summary>
    public const int Most = 256;

    /// <summary>By pair: the visit.</summary>
    public int[] Visits { get; } = new int[Most];

    /// <summary>By pair: the passing, as its position on the line.</summary>
    public int[] Passings { get; } = new int[Most];

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>Some passing may be the finish.</summary>
    public bool HasFinish { get; private set; }

    /// <summary>Pairs every passing with the visits it may be; where that is too many with ever fewer, false when it stays too many.</summary>
    /// <param name="course">The course.</param>
    /// <param name="line">The passings.</param>
    /// <param name="zero">What nothing comes before, or none (<see cref="Candidates.Zero"/>).</param>
    public bool TryPair(CourseMap course, PassingLine line, long zero)
    {
        for (var most = CourseMap.MaxVisits; most > 0; most /= most > 8 ? 12 : 2)
        {
            if (TryPair(course, line, zero, most))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether nobody can be at a visit so soon.</summary>
    public static bool IsTooEarly(CourseMap course, PassingLine line, long zero, int index, int visit) =>
        zero != Moment.None && line.TimeAt(index) < zero + course.FastestMicros[visit];

    /// <param name="course">The course.</param>
    /// <param name="line">The passings.</param>
    /// <param name="zero">What nothing comes before, or none.</param>
    /// <param name="most">A passing is the visit of its own number at the mat, give or take so many.</param>
    private bool TryPair(CourseMap course, PassingLine line, long zero, int most)
    {
        Count = 0;
        HasFinish = false;
        for (var i = 0; i < line.Count; i++)
        {
            var number = NumberOf(line, i);
            for (int visit = 0, turn = 0; visit < course.VisitCount; visit++)
            {
                if (course.LocalOfVisit[visit] != line.PointAt(i))
                {
                    continue;
                }

                if (Math.Abs(turn++ - number) <= most && IsCandidate(course, line, zero, i, visit))
                {
                    if (Count == Most)
                    {
                        return false;
                    }

                    Visits[Count] = visit;
                    Passings[Count++] = i;
                    HasFinish |= visit == course.VisitCount - 1;
                }
            }
        }

        return true;
    }

    /// <summary>How many passings at the same mat came before it, those by which the runner lingered not counted.</summary>
    private static int NumberOf(PassingLine line, int index)
    {
        var number = 0;
        for (var before = line.BeforeAt(index); before >= 0; before = line.BeforeAt(before))
        {
            number += line.Lingers(before) ? 0 : 1;
        }

        return number;
    }

    /// <summary>Not too early, and not lingering after a passing that may be the visit as well.</summary>
    private static bool IsCandidate(CourseMap course, PassingLine line, long zero, int index, int visit) =>
        !IsTooEarly(course, line, zero, index, visit) && (!line.Lingers(index) || IsTooEarly(course, line, zero, line.BeforeAt(index), visit));
}
