using RaceSystem.Kernel;

namespace RaceSystem.Results.Core.Points;

/// <summary>Points fall with the square of the time that is left to the one that is worth nothing.</summary>
/// <param name="WorthlessSeconds">Times from here on give no points.</param>
/// <param name="Factor">Points of a time one second shorter.</param>
internal readonly record struct ScoringCurve(int WorthlessSeconds, decimal Factor)
{
    /// <summary>Whole points that the time is good for, the rest cut: a table's mark is the slowest time that is worth its points.</summary>
    public int PointsOf(Elapsed shown)
    {
        var left = WorthlessSeconds - (shown.Micros / 1_000_000m);
        return left <= 0 ? 0 : (int)Math.Min(Math.Floor(Factor * left * left), ScoringTables.MaxPoints);
    }
}
