using RaceSystem.Kernel;
using RaceSystem.Results.Core.Races;

namespace RaceSystem.Results.Core.Points;

/// <summary>
/// The World Athletics scoring tables of athletics, edition 2025, for running and walking on roads. Each event follows one
/// parabola with rounded constants, which the printed tables do not name. They were recovered from least-squares fits of the
/// printed tables (jchen1/iaaf-scoring-tables, coefficients-2025.json, MIT, (c) 2022 Jeff Chen), whose noise of half a point
/// disappears with them: the remainder of every event is half a second, the step of its table.
/// </summary>
public static class ScoringTables
{
    /// <summary>The most a table gives.</summary>
    public const int MaxPoints = 1_400;

    private static readonly Scored[] Known =
    [
        new("Road Mile", new(415, 0.0351m), new(580, 0.01165m)),
        new("Road 5 km", new(1_440, 0.002778m), new(2_100, 0.000808m)),
        new("Road 10 km", new(3_150, 0.000524m), new(4_500, 0.0001712m)),
        new("Road 15 km", new(4_868, 0.0002162m), new(7_289, 0.0000595m)),
        new("Road 10 Miles", new(5_250, 0.0001852m), new(7_904, 0.00005016m)),
        new("Road 20 km", new(6_703, 0.0001085m), new(10_154, 0.00002956m)),
        new("Road HM", new(7_140, 0.0000947m), new(10_798, 0.00002596m)),
        new("Road 25 km", new(8_640, 0.0000638m), new(13_020, 0.00001782m)),
        new("Road 30 km", new(10_600, 0.0000419m), new(15_960, 0.00001178m)),
        new("Road Marathon", new(15_300, 0.0000201m), new(23_400, 0.00000539m)),
        new("Road 100 km", new(48_600, 0.000001765m), new(61_200, 0.000000874m)),
        new("Road 3kmW", new(1_605, 0.001318m), new(1_842, 0.000923m)),
        new("Road 5kmW", new(2_700, 0.000467m), new(3_140, 0.0003246m)),
        new("Road 10kmW", new(5_550, 0.0001137m), new(6_420, 0.0000785m)),
        new("Road 15kmW", new(8_430, 0.0000498m), new(9_784, 0.00003388m)),
        new("Road 20kmW", new(11_400, 0.00002735m), new(13_200, 0.0000187m)),
        new("Road 30kmW", new(19_110, 0.00000893m), new(21_360, 0.00000689m)),
        new("Road 35kmW", new(22_800, 0.00000614m), new(25_440, 0.00000493m)),
        new("Road 50kmW", new(37_200, 0.000002124m), new(39_360, 0.00000199m)),
    ];

    /// <summary>Names of the events, as races name them.</summary>
    public static IReadOnlyList<string> Events { get; } = [.. Known.Select(scored => scored.Event)];

    /// <summary>Points of a time as shown; null: the tables do not hold the event or the sex. 0: slower than the table.</summary>
    /// <param name="pointsEvent">For example <c>Road Marathon</c>.</param>
    /// <param name="sex">There are tables of men and of women.</param>
    /// <param name="shown">Rounded as the rules ask; the tables of road events hold whole seconds.</param>
    public static int? PointsOf(string pointsEvent, Sex sex, Elapsed shown) =>
        Array.Find(Known, scored => string.Equals(scored.Event, pointsEvent, StringComparison.Ordinal)) is { } found && shown > Elapsed.Zero
            ? sex switch
            {
                Sex.Male => found.Men.PointsOf(shown),
                Sex.Female => found.Women.PointsOf(shown),
                _ => null,
            }
            : null;

    private sealed record Scored(string Event, ScoringCurve Men, ScoringCurve Women);
}
