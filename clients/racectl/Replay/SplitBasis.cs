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

internal static class SplitBases
{
    /// <summary>As Results exports name it.</summary>
    public static Results.V1.ExportSplitBasis ToExport(this SplitBasis basis) => basis switch
    {
        SplitBasis.Net => Results.V1.ExportSplitBasis.Net,
        SplitBasis.Gun => Results.V1.ExportSplitBasis.Gun,
        _ => Results.V1.ExportSplitBasis.Unspecified,
    };
}
