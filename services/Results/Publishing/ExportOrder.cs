using RaceSystem.Results.Publishing.Fonts;
using RaceSystem.Results.Publishing.Language;

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

    /// <summary>CSV carries what missed splits are likely to have been, in columns of their own; JSON always does.</summary>
    public bool WithInferred { get; init; }

    /// <summary>Whose certificate.</summary>
    public string Bib { get; init; } = "";

    /// <summary>Of books, certificates and bulletins.</summary>
    public ExportLanguage Language { get; init; }

    /// <summary>Published versions that the sheets are of, by race; of other races the results are live and unofficial.</summary>
    public IReadOnlyDictionary<string, PublishedVersion> Versions { get; init; } = new Dictionary<string, PublishedVersion>();

    /// <summary>What a certificate's QR code says; empty: no code.</summary>
    public string ProofText { get; init; } = "";

    /// <summary>Where fonts for printed pages are looked for.</summary>
    public FontFolders Fonts { get => field ??= FontFolders.System(); init; }
}
