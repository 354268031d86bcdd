namespace RaceSystem.Registration.Core.ImportEntries;

/// <summary>How much one import may hold (invariant 7).</summary>
public static class ImportLimits
{
    public const int RowsInChunk = 2_000;
    public const int Rows = 200_000;
    public const int Problems = 1_000;
}
