namespace RaceSystem.Results.Core.Plausibility;

/// <summary>
/// A stretch of the course between two visits where a runner was measured, and the two visits measured before and after
/// it; -1: none. Runners with the same key are compared alike.
/// </summary>
internal readonly record struct SegmentKey(int Before2, int Before1, int From, int To, int After1, int After2)
{
    /// <summary>Number of the stretch that ends where this one begins.</summary>
    public const int Before = 0;

    /// <summary>Number of the stretch that begins where this one ends.</summary>
    public const int After = 1;

    /// <summary>The stretch from a position of a path to a later one.</summary>
    public static SegmentKey Of(RunnerPath path, int from, int to) =>
        new(path.Visit(from - 2), path.Visit(from - 1), path.Visit(from), path.Visit(to), path.Visit(to + 1), path.Visit(to + 2));

    /// <summary>First visit that takes part.</summary>
    public int First => Before2 >= 0 ? Before2 : Before1 >= 0 ? Before1 : From;

    /// <summary>Last visit that takes part.</summary>
    public int Last => After2 >= 0 ? After2 : After1 >= 0 ? After1 : To;

    /// <summary>Whether there is a stretch beside it to compare with.</summary>
    public bool HasAnchor => Before1 >= 0 || After1 >= 0;

    /// <summary>The stretch beside it number 0 to 3; From is -1 where there is none.</summary>
    public (int From, int To) Anchor(int number) => number switch
    {
        Before => Before1 >= 0 ? (Before1, From) : (-1, -1),
        After => After1 >= 0 ? (To, After1) : (-1, -1),
        2 => Before2 >= 0 ? (Before2, Before1) : (-1, -1),
        _ => After2 >= 0 ? (After1, After2) : (-1, -1),
    };
}
