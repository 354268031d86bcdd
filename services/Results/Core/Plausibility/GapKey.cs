namespace RaceSystem.Results.Core.Plausibility;

/// <summary>
/// A visit that was missed between two measured ones, and the visits measured before and after those; -1: none. From is -1
/// where nothing was measured before the missed visit.
/// </summary>
internal readonly record struct GapKey(int Before, int From, int Missed, int To, int After)
{
    /// <summary>The gap of a runner's path around a visit; To is -1 where nothing was measured later.</summary>
    public static GapKey Of(RunnerPath path, int visit)
    {
        var position = 0;
        while (position < path.Count && path.Visit(position) < visit)
        {
            position++;
        }

        return new GapKey(path.Visit(position - 2), path.Visit(position - 1), visit, path.Visit(position), path.Visit(position + 1));
    }
}
