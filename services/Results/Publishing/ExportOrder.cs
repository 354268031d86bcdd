namespace RaceSystem.Results.Publishing;

/// <summary>What is to be written, and how.</summary>
public sealed record ExportOrder
{
    /// <summary>The format.</summary>
    public required ExportFormat Format { get; init; }

    /// <summary>What split times count from, in formats that let one choose.</summary>
    public ExportSplitBasis Splits { get; init; }

    /// <summary>CSV and JSON carry name, club and team too.</summary>
    public bool WithNames { get; init; }

    /// <summary>Whose certificate.</summary>
    public string Bib { get; init; } = "";
}
