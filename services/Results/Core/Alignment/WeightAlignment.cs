using RaceSystem.Results.Core.Passings;
using RaceSystem.Results.Core.Scoring;

namespace RaceSystem.Results.Core.Alignment;

/// <summary>
/// The alignment of the greatest weight (<see cref="CourseMap"/>). Of equal ones the start takes the last passing that still
/// allows the rest, every other visit the earliest, and earlier visits win over later ones. Reused for every runner.
/// </summary>
internal sealed class WeightAlignment
{
    private readonly int[] _window = new int[PassingBuffer.Limit];
    private int[] _weight = new int[PassingBuffer.Limit];
    private int[] _rest = new int[PassingBuffer.Limit];

    /// <summary>Aligns one runner.</summary>
    public void Align(CourseMap course, ReadOnlySpan<long> passings, Candidates candidates, Span<long> crossings)
    {
        if (_weight.Length < candidates.Total)
        {
            _weight = new int[candidates.Total];
            _rest = new int[candidates.Total];
        }

        for (var visit = course.VisitCount - 1; visit >= 0; visit--)
        {
            Weigh(course, passings, candidates, visit);
        }

        Choose(course, passings, candidates, crossings);
    }

    /// <summary>The weight of the best alignment that begins with each candidate of a visit, those of later visits being known.</summary>
    private void Weigh(CourseMap course, ReadOnlySpan<long> passings, Candidates candidates, int visit)
    {
        var (count, offset) = (candidates.Count[visit], candidates.Offset[visit]);
        Array.Clear(_rest, offset, count);
        for (var next = visit + 1; next < course.VisitCount; next++)
        {
            if (candidates.Count[next] > 0)
            {
                FollowWith(course, passings, candidates, visit, next);
            }
        }

        for (var i = 0; i < count; i++)
        {
            _weight[offset + i] = course.Weights[visit] + _rest[offset + i];
        }
    }

    /// <summary>
    /// The best candidate of a next visit within the limits of each candidate: both ends of the limits move backwards with
    /// the candidate, so the best ones wait in a window, the heaviest at its right end.
    /// </summary>
    private void FollowWith(CourseMap course, ReadOnlySpan<long> passings, Candidates candidates, int visit, int next)
    {
        var fastest = course.FastestMicros[next] - course.FastestMicros[visit];
        var slowest = course.SlowestMicros[next] - course.SlowestMicros[visit];
        var entering = candidates.Count[next];

        // Kept from the right: _window[left..end) with the newest, which is the earliest, at left.
        int left = _window.Length, end = _window.Length;
        for (var i = candidates.Count[visit] - 1; i >= 0; i--)
        {
            var time = PassingBuffer.TimeOf(passings[candidates.From[visit] + i]);
            while (entering > 0 && TimeAt(passings, candidates, next, entering - 1) - time >= fastest)
            {
                entering--;
                while (left < end && _weight[candidates.Offset[next] + _window[left]] <= _weight[candidates.Offset[next] + entering])
                {
                    left++;
                }

                _window[--left] = entering;
            }

            while (left < end && TimeAt(passings, candidates, next, _window[end - 1]) - time > slowest)
            {
                end--;
            }

            if (left < end)
            {
                ref var rest = ref _rest[candidates.Offset[visit] + i];
                rest = Math.Max(rest, _weight[candidates.Offset[next] + _window[end - 1]]);
            }
        }
    }

    private void Choose(CourseMap course, ReadOnlySpan<long> passings, Candidates candidates, Span<long> crossings)
    {
        var left = Heaviest(candidates.Total);
        var before = -1;
        for (var visit = 0; visit < course.VisitCount && left > 0; visit++)
        {
            var chosen = -1;
            for (var i = 0; i < candidates.Count[visit] && chosen < 0; i++)
            {
                var fits = _weight[candidates.Offset[visit] + i] == left
                    && (before < 0 || course.IsPossible(before, visit, TimeAt(passings, candidates, visit, i) - crossings[before]));
                chosen = fits ? i : -1;
            }

            if (chosen >= 0)
            {
                chosen = visit == 0 ? LastStart(course, passings, candidates, chosen, left) : chosen;
                crossings[visit] = TimeAt(passings, candidates, visit, chosen);
                left -= course.Weights[visit];
                before = visit;
            }
        }
    }

    private int Heaviest(int total)
    {
        var most = 0;
        foreach (var weight in _weight.AsSpan(0, total))
        {
            most = Math.Max(most, weight);
        }

        return most;
    }

    private int LastStart(CourseMap course, ReadOnlySpan<long> passings, Candidates candidates, int first, int weight)
    {
        var chosen = first;
        var begin = TimeAt(passings, candidates, 0, first);
        for (var i = first + 1; i < candidates.Count[0] && TimeAt(passings, candidates, 0, i) - begin < course.StartWindowMicros; i++)
        {
            chosen = _weight[i] == weight ? i : chosen;
        }

        return chosen;
    }

    private static long TimeAt(ReadOnlySpan<long> passings, Candidates candidates, int visit, int candidate) =>
        PassingBuffer.TimeOf(passings[candidates.From[visit] + candidate]);
}
