using RaceSystem.Results.Core.Passings;
using RaceSystem.Results.Core.Scoring;

namespace RaceSystem.Results.Core.Alignment;

/// <summary>
/// Finds which passing was which visit of the course: an increasing assignment in which no leg is faster or slower than
/// its limits and nothing comes before the gun. Where every mat is visited once the weightiest one is taken
/// (<see cref="WeightAlignment"/>), where a mat is visited several times the likeliest (<see cref="LikelyAlignment"/>).
/// A function of the set of passings alone (invariant 3). Reused for every runner; not safe to share.
/// </summary>
internal sealed class CourseAligner
{
    private readonly Candidates _candidates = new();
    private readonly WeightAlignment _weights = new();
    private readonly LikelyAlignment _likely = new();

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

        _candidates.Find(course, passings, gun);
        var done = course.EachPointOnce ? TryInOrder(course, passings, crossings) : _likely.TryAlign(course, passings, _candidates, crossings);
        if (!done)
        {
            _weights.Align(course, passings, _candidates, crossings);
        }
    }

    /// <summary>The usual case: at most one candidate a visit, and all of them fit together.</summary>
    private bool TryInOrder(CourseMap course, ReadOnlySpan<long> passings, Span<long> crossings)
    {
        var before = -1;
        var last = 0L;
        for (var visit = 0; visit < course.VisitCount; visit++)
        {
            var count = _candidates.Count[visit];
            if (count == 0)
            {
                continue;
            }

            var time = PassingBuffer.TimeOf(passings[_candidates.From[visit]]);
            if (count > 1 || (before >= 0 && !course.IsPossible(before, visit, time - last)))
            {
                crossings.Fill(Moment.None);
                return false;
            }

            crossings[visit] = time;
            last = time;
            before = visit;
        }

        return true;
    }
}
