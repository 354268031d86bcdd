using RaceSystem.Kernel;
using RaceSystem.Results.Core.Races;

namespace RaceSystem.Results.Core.Alignment;

/// <summary>
/// A course prepared for alignment: visits as numbers, shortest and longest times, weights. Immutable.
/// </summary>
/// <remarks>
/// Weights. A measured split counts 2 and a start more than all splits together. A finish at a point of its own counts
/// more than everything else. Where the start and the finish are one mat, a lone crossing is the finish, but a crossing
/// that a later split follows is the start. Where splits are taken at the finish mat too (laps), the finish counts as one
/// more visit. Weights decide where no mat is visited twice; otherwise likelihood does (<see cref="LikelyAlignment"/>).
/// </remarks>
internal sealed class CourseMap
{
    /// <summary>Most visits of a course.</summary>
    public const int MaxVisits = 100;

    /// <summary>Where nobody set a slowest pace, a leg may always take so long: people rest, and short legs are short.</summary>
    private const long RestMicros = 30 * 60 * Instant.MicrosPerSecond;

    private const long MostLingerMicros = 300 * Instant.MicrosPerSecond;
    private const int SplitWeight = 2;
    private readonly int[] _localOfPoint;

    private CourseMap(RaceDefinition race, int[] pointOfVisit)
    {
        var points = pointOfVisit.Distinct().ToArray();
        Points = points;
        _localOfPoint = new int[points.Max() + 1];
        Array.Fill(_localOfPoint, -1);
        for (var i = 0; i < points.Length; i++)
        {
            _localOfPoint[points[i]] = i;
        }

        LocalOfVisit = [.. pointOfVisit.Select(point => _localOfPoint[point])];
        DistanceM = [.. race.Visits.Select(visit => visit.DistanceM)];
        FastestMicros = new long[LocalOfVisit.Length];
        SlowestMicros = new long[LocalOfVisit.Length];
        AddLegs(race);
        EachPointOnce = points.Length == LocalOfVisit.Length;
        Weights = WeightsOf(LocalOfVisit);
        var again = Array.IndexOf(LocalOfVisit, LocalOfVisit[0], 1);
        StartWindowMicros = again < 0 ? long.MaxValue : FastestMicros[again] - FastestMicros[0];
        LingerMicros = [.. Enumerable.Range(0, points.Length).Select(LingerOf)];
        FinishIsApart = Array.IndexOf(LocalOfVisit, LocalOfVisit[^1]) == LocalOfVisit.Length - 1;
    }

    /// <summary>Visits of the course.</summary>
    public int VisitCount => LocalOfVisit.Length;

    /// <summary>Timing points of the course, by local number.</summary>
    public int[] Points { get; }

    /// <summary>Local number of each visit's point.</summary>
    public int[] LocalOfVisit { get; }

    /// <summary>Metres from the start line to each visit.</summary>
    public long[] DistanceM { get; }

    /// <summary>Shortest time from the start line to each visit.</summary>
    public long[] FastestMicros { get; }

    /// <summary>Longest time from the first visit to each visit.</summary>
    public long[] SlowestMicros { get; }

    /// <summary>What a measured visit is worth.</summary>
    public int[] Weights { get; }

    /// <summary>No point is visited twice.</summary>
    public bool EachPointOnce { get; }

    /// <summary>The finish mat is visited at the finish only.</summary>
    public bool FinishIsApart { get; }

    /// <summary>
    /// A later crossing of the start mat replaces an earlier one only within this time: after it, it may be the mat's
    /// next visit, or the way out of the stadium.
    /// </summary>
    public long StartWindowMicros { get; }

    /// <summary>By local point: a passing so soon after another one there is the same visit, by a runner who lingers.</summary>
    public long[] LingerMicros { get; }

    /// <summary>Local number by number of the point, -1 where the course does not go.</summary>
    public ReadOnlySpan<int> LocalOfPoint => _localOfPoint;

    /// <summary>Whether two visits may lie so far apart in time.</summary>
    public bool IsPossible(int from, int to, long micros) =>
        micros >= FastestMicros[to] - FastestMicros[from] && micros <= SlowestMicros[to] - SlowestMicros[from];

    /// <summary>Prepares a course; null when it is none: fewer than two visits, too many, or distances that do not increase.</summary>
    public static CourseMap? Create(RaceDefinition race, Func<string, int> pointNumber)
    {
        var visits = race.Visits;
        var sound = visits.Count is >= 2 and <= MaxVisits && visits[0].DistanceM >= 0 && visits[^1].DistanceM < 1_000_000_000;
        for (var i = 1; sound && i < visits.Count; i++)
        {
            sound = visits[i].DistanceM > visits[i - 1].DistanceM;
        }

        return sound ? new CourseMap(race, [.. visits.Select(visit => pointNumber(visit.TimingPointId))]) : null;
    }

    private void AddLegs(RaceDefinition race)
    {
        FastestMicros[0] = MicrosOf(DistanceM[0], race.Pace.FastestPerKm);
        for (var visit = 1; visit < LocalOfVisit.Length; visit++)
        {
            var metres = DistanceM[visit] - DistanceM[visit - 1];
            var pace = race.Visits[visit].Pace ?? race.Pace;
            var isSet = race.Visits[visit].Pace is not null || race.Pace != PaceLimits.Default;

            // At least 1 µs, so that one passing is never two visits.
            FastestMicros[visit] = FastestMicros[visit - 1] + Math.Max(1, MicrosOf(metres, pace.FastestPerKm));
            SlowestMicros[visit] = SlowestMicros[visit - 1] + Math.Max(isSet ? 0 : RestMicros, MicrosOf(metres, pace.SlowestPerKm));
        }
    }

    /// <summary>Paces are whole µs a kilometre and at most some hours, distances below a million kilometres: no overflow.</summary>
    private static long MicrosOf(long metres, Elapsed perKm) => (metres / 1_000 * perKm.Micros) + (metres % 1_000 * perKm.Micros / 1_000);

    /// <summary>Half of the shortest time between two visits of the point, so that no second visit is taken for lingering.</summary>
    private long LingerOf(int local)
    {
        var linger = MostLingerMicros;
        for (int visit = 0, before = -1; visit < LocalOfVisit.Length; visit++)
        {
            if (LocalOfVisit[visit] == local)
            {
                linger = before < 0 ? linger : Math.Min(linger, (FastestMicros[visit] - FastestMicros[before]) / 2);
                before = visit;
            }
        }

        return linger;
    }

    private static int[] WeightsOf(int[] localOfVisit)
    {
        var last = localOfVisit.Length - 1;
        var weights = new int[localOfVisit.Length];
        Array.Fill(weights, SplitWeight);
        var start = SplitWeight * localOfVisit.Length;
        weights[0] = start;
        var first = Array.IndexOf(localOfVisit, localOfVisit[last]);
        var sharedWithSplit = Array.IndexOf(localOfVisit, localOfVisit[last], 1) < last;
        if (!sharedWithSplit)
        {
            weights[last] = first == last ? start * 2 : start + 1;
        }

        return weights;
    }
}
