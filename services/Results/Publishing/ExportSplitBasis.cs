namespace RaceSystem.Results.Publishing;

/// <summary>What exported split times count from.</summary>
public enum ExportSplitBasis
{
    /// <summary>As the race's official time does.</summary>
    Official,

    /// <summary>The runner's crossing of the start line; the gun where that was not measured.</summary>
    Net,

    /// <summary>The gun.</summary>
    Gun,
}
