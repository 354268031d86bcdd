using RaceSystem.Kernel;
using RaceSystem.Results.Core.Races;

namespace RaceSystem.Results.Core.Scoring;

/// <summary>
/// The order of entries by bib (natural order), then by entry id. Plain numbers are compared as numbers, which is the
/// same order and a hundred times faster.
/// </summary>
internal readonly record struct BibOrder : IComparable<BibOrder>
{
    private readonly ulong _number;
    private readonly Entry _entry;

    public BibOrder(Entry entry, int slot)
    {
        _entry = entry;
        Slot = slot;
        _number = NumberOf(entry.Bib);
    }

    /// <summary>Where the entry is kept.</summary>
    public int Slot { get; }

    /// <summary>The entry.</summary>
    public Entry Entry => _entry;

    public int CompareTo(BibOrder other)
    {
        var byBib = _number != 0 && other._number != 0
            ? _number.CompareTo(other._number)
            : Bib.NaturalOrder(_entry.Bib, other._entry.Bib);
        return byBib != 0 ? byBib : string.CompareOrdinal(_entry.EntryId, other._entry.EntryId);
    }

    public static bool operator <(BibOrder left, BibOrder right) => left.CompareTo(right) < 0;

    public static bool operator >(BibOrder left, BibOrder right) => left.CompareTo(right) > 0;

    public static bool operator <=(BibOrder left, BibOrder right) => left.CompareTo(right) <= 0;

    public static bool operator >=(BibOrder left, BibOrder right) => left.CompareTo(right) >= 0;

    /// <summary>The bib as a number; 0 when it is none, or is written with leading zeros.</summary>
    private static ulong NumberOf(string bib) =>
        bib.Length is > 0 and < 19 && bib[0] != '0' && !bib.AsSpan().ContainsAnyExceptInRange('0', '9') ? ulong.Parse(bib, provider: null) : 0;
}
