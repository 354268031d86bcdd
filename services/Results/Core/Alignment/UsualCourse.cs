using RaceSystem.Results.Core.Scoring;

namespace RaceSystem.Results.Core.Alignment;

/// <summary>
/// The usual runner of a course that visits a mat several times: the first visits one after the other, nothing else, at
/// usual paces. That costs nothing (<see cref="AlignmentCosts"/>), so nothing is likelier.
/// </summary>
internal static class UsualCourse
{
    /// <summary>Aligns such a runner; false for any other, whose crossings are left as they come.</summary>
    public static bool TryAlign(CourseMap course, PassingLine line, Candidates candidates, Span<long> crossings)
    {
        if (line.HasLingering || line.Count > course.VisitCount)
        {
            return false;
        }

        var cost = 0;
        (int Low, int High) before = default;
        for (var i = 0; i < line.Count && cost == 0; i++)
        {
            if (line.PointAt(i) != course.LocalOfVisit[i] || VisitPairs.IsTooEarly(course, line, candidates.Zero, i, i))
            {
                return false;
            }

            crossings[i] = line.TimeAt(i);
            if (i == 0)
            {
                cost = candidates.Gun == Moment.None ? 0 : AlignmentCosts.OfDelay(crossings[0] - candidates.Gun);
                continue;
            }

            var leg = crossings[i] - crossings[i - 1];
            if (!course.IsPossible(i - 1, i, leg))
            {
                return false;
            }

            var pace = AlignmentCosts.PaceOf(leg, course.DistanceM[i] - course.DistanceM[i - 1]);
            cost = i == 1 ? AlignmentCosts.OfPace(pace.Low, pace.High) : AlignmentCosts.OfChange(before.Low, before.High, pace.Low, pace.High);
            before = pace;
        }

        return cost == 0;
    }
}
