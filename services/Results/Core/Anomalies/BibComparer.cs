using RaceSystem.Kernel;

namespace RaceSystem.Results.Core.Anomalies;

/// <summary>Bibs in natural order.</summary>
internal sealed class BibComparer : IComparer<string>
{
    public static readonly BibComparer Instance = new();

    public int Compare(string? x, string? y) => Bib.NaturalOrder(x ?? "", y ?? "");
}
