namespace RaceSystem.Racectl.Replay;

/// <summary>What the file's official times count from.</summary>
internal enum ReplayBasis
{
    Net,
    Gun,

    /// <summary>The start line, or the gun for runners without a start read.</summary>
    NetElseGun,
}
