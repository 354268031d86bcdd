using RaceSystem.Results.Core.Races;

namespace RaceSystem.Results.Core.Alignment;

/// <summary>
/// A course prepared for alignment: visits as numbers, shortest times, weights. Immutable.
/// </summary>
/// <remarks>
/// Weights. A measured split counts 2 and a start more than all splits together. A finish at a point of its own counts
/// more than everything else. Where the start and the finish are one mat, a lone crossing is the finish, but a crossing
/// that a later split follows is the start. Where splits are taken at the finish mat too (laps), nothing tells the last
/// crossing from an earlier lap but the laps before it, so there the finish counts as one more visit, and of equal
/// alignments the one with the earlier visits is taken.
/// </remarks>
internal sealed class CourseMap
{
    /// <summary>Nobody, on wheels or on foot, covers a kilometre of road faster: 100 s, in microseconds a metre.</summary>
    public const long FastestMicrosPerMetre = 100_000;

    /// <summary>Most visits of a course.</summary>
    public const int MaxVisits = 100;

    private const int SplitWeight = 2;
    private readonly int[] _localOfPoint;

    private CourseMap(IReadOnlyList<CourseVisit> visits, int[] pointOfVisit)
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
        FastestMicros = [.. visits.Select(visit => visit.DistanceM * FastestMicrosPerMetre)];
        EachPointOnce = points.Length == visits.Count;
        Weights = WeightsOf(LocalOfVisit);
        var again = Array.IndexOf(LocalOfVisit, LocalOfVisit[0], 1);
        StartWindowMicros = again < 0 ? long.MaxValue : FastestMicros[again] - FastestMicros[0];
    }

    /// <summary>Visits of the course.</summary>
    public int VisitCount => LocalOfVisit.Length;

    /// <summary>Timing points of the course, by local number.</summary>
    public int[] Points { get; }

    /// <summary>Local number of each visit's point.</summary>
    public int[] LocalOfVisit { get; }

    /// <summary>Shortest time from the start line to each visit.</summary>
    public long[] FastestMicros { get; }

    /// <summary>What a measured visit is worth.</summary>
    public int[] Weights { get; }

    /// <summary>No point is visited twice.</summary>
    public bool EachPointOnce { get; }

    /// <summary>
    /// A later crossing of the start mat replaces an earlier one only within this time: after it, it may be the mat's
    /// next visit, or the way out of the stadium.
    /// </summary>
    public long StartWindowMicros { get; }

    /// <summary>Local number by number of the point, -1 where the course does not go.</summary>
    public ReadOnlySpan<int> LocalOfPoint => _localOfPoint;

    /// <summary>Prepares a course; null when it is none: fewer than two visits, too many, or distances that do not increase.</summary>
    public static CourseMap? Create(IReadOnlyList<CourseVisit> visits, Func<string, int> pointNumber)
    {
        var sound = visits.Count is >= 2 and <= MaxVisits && visits[0].DistanceM >= 0 && visits[^1].DistanceM < 1_000_000_000;
        for (var i = 1; sound && i < visits.Count; i++)
        {
            sound = visits[i].DistanceM > visits[i - 1].DistanceM;
        }

        return sound ? new CourseMap(visits, [.. visits.Select(visit => pointNumber(visit.TimingPointId))]) : null;
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
