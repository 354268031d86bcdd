using RaceSystem.Registration.Core.Entries;

namespace RaceSystem.Registration.Core.ImportEntries;

/// <summary>A row on its way through an import.</summary>
internal sealed class ImportRow(int line, Entry entry)
{
    public int Line => line;

    public Entry Entry => entry;

    public bool IsValid { get; set; } = true;

    /// <summary>Bib and chips of the entry that the row replaces; null: the row makes a new entry.</summary>
    public (string Bib, ValueList<string> Chips)? Replaced { get; set; }

    public bool IsUnchanged { get; set; }
}
