namespace RaceSystem.Racectl.Replay;

/// <summary>What a file's split times count from, or what exported ones shall count from.</summary>
internal enum SplitBasis
{
    /// <summary>As the race's official time does.</summary>
    Official,

    /// <summary>The runner's crossing of the start line; the gun where that was not measured.</summary>
    Net,

    Gun,
}
