using RaceSystem.Kernel;
using RaceSystem.Results.Core.Alignment;
using RaceSystem.Results.Core.Passings;
using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Core.Scoring;

namespace RaceSystem.Results.Core.Anomalies;

/// <summary>How well passings fit the courses of a meet's races. One for a search; not safe to share.</summary>
internal sealed class RaceFit
{
    private readonly FieldEvidence _evidence;
    private readonly Dictionary<string, int> _points = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CourseMap?> _courses = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Wave, long Time)[]> _guns;
    private readonly CourseAligner _aligner = new();
    private readonly PassingBuffer _buffer = new();

    public RaceFit(FieldEvidence evidence)
    {
        _evidence = evidence;
        foreach (var race in evidence.Races)
        {
            _courses[race.Race.RaceId] = CourseMap.Create(race.Race, Number);
        }

        _guns = evidence.Guns.GroupBy(gun => gun.Key.RaceId, StringComparer.Ordinal)
            .ToDictionary(race => race.Key, race => race.Select(gun => (gun.Key.WaveId, gun.Value)).OrderBy(gun => gun.Value).ThenBy(gun => gun.WaveId, StringComparer.Ordinal).ToArray(), StringComparer.Ordinal);
    }

    /// <summary>The best fit of a runner's passings to a race, with any of its guns; null: the race has no course or no gun.</summary>
    public Fit? Of(Entry entry, RaceDefinition race)
    {
        if (_courses[race.RaceId] is not { } course || !_guns.TryGetValue(race.RaceId, out var guns))
        {
            return null;
        }

        var passings = _evidence.PassingsOf(entry).Where(passing => _points.ContainsKey(passing.Point)).ToList();
        Fit? best = null;
        foreach (var (wave, gun) in guns)
        {
            var fit = Of(course, passings, gun) with { WaveId = wave };
            best = best is null || fit.Cost < best.Value.Cost ? fit : best;
        }

        return best;
    }

    private Fit Of(CourseMap course, List<(long Time, string Point, string Chip)> passings, long gun)
    {
        _buffer.Clear();
        foreach (var (time, point, _) in passings)
        {
            if (LocalOf(course, point) is var local and >= 0)
            {
                _buffer.Add(local, time);
            }
        }

        _buffer.Sort();
        var crossings = new long[course.VisitCount];
        _aligner.Align(course, _buffer.Packed, gun, crossings);
        return new Fit("", Cost(course, crossings, gun) + Strays(course, passings, crossings, gun), crossings[^1] != Moment.None, crossings.Count(crossing => crossing != Moment.None));
    }

    /// <summary>Missed visits and unusual paces, as alignment counts them.</summary>
    private static int Cost(CourseMap course, long[] crossings, long gun)
    {
        var cost = crossings[^1] == Moment.None ? AlignmentCosts.StrayAtFinish : 0;
        int before = -1, missed = 0;
        (int Low, int High)? leg = null;
        for (var visit = 0; visit < crossings.Length; visit++)
        {
            if (crossings[visit] == Moment.None)
            {
                missed++;
                continue;
            }

            cost += before < 0 ? (missed > 0 ? AlignmentCosts.MissedStart : 0) + (Math.Max(0, missed - 1) * AlignmentCosts.Missed) : missed * AlignmentCosts.Missed;
            if (before >= 0 || visit > 0)
            {
                var (from, metres) = before < 0 ? (gun, course.DistanceM[visit]) : (crossings[before], course.DistanceM[visit] - course.DistanceM[before]);
                var pace = before < 0 ? AlignmentCosts.PaceSinceGun(crossings[visit] - from, metres) : AlignmentCosts.PaceOf(crossings[visit] - from, metres);
                cost += leg is { } known ? AlignmentCosts.OfChange(known.Low, known.High, pace.Low, pace.High) : AlignmentCosts.OfPace(pace.Low, pace.High);
                leg = pace;
            }

            before = visit;
            missed = 0;
        }

        return cost;
    }

    /// <summary>Passings at any course of the meet after the gun that are no visit of this one, and are not near one.</summary>
    private int Strays(CourseMap course, List<(long Time, string Point, string Chip)> passings, long[] crossings, long gun)
    {
        var cost = 0;
        var finish = crossings[^1];
        foreach (var (time, point, _) in passings)
        {
            if (time < gun || (finish != Moment.None && time > finish))
            {
                continue;
            }

            var local = LocalOf(course, point);
            var counts = false;
            for (var visit = 0; visit < crossings.Length && !counts; visit++)
            {
                counts = course.LocalOfVisit[visit] == local && crossings[visit] != Moment.None && Math.Abs(crossings[visit] - time) < 300 * Instant.MicrosPerSecond;
            }

            cost += counts ? 0 : AlignmentCosts.Stray;
        }

        return cost;
    }

    private int LocalOf(CourseMap course, string point) => _points[point] is var number && number < course.LocalOfPoint.Length ? course.LocalOfPoint[number] : -1;

    private int Number(string point)
    {
        if (!_points.TryGetValue(point, out var number))
        {
            number = _points.Count;
            _points.Add(point, number);
        }

        return number;
    }

    /// <summary>How passings fit a race.</summary>
    /// <param name="WaveId">Wave of the gun that fits best.</param>
    /// <param name="Cost">In hundredths of a nat (<see cref="AlignmentCosts"/>).</param>
    /// <param name="Finished">The finish was crossed.</param>
    /// <param name="Measured">Visits that were measured.</param>
    public readonly record struct Fit(string WaveId, int Cost, bool Finished, int Measured);
}
