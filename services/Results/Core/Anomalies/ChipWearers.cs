using RaceSystem.Results.Core.Races;

namespace RaceSystem.Results.Core.Anomalies;

/// <summary>Entries by the chips they are registered with, in the order of their ids. Immutable.</summary>
internal sealed class ChipWearers
{
    private readonly Dictionary<string, List<Entry>> _ofChip = new(StringComparer.Ordinal);

    public ChipWearers(FieldEvidence evidence)
    {
        foreach (var entry in evidence.Entries.OrderBy(entry => entry.EntryId, StringComparer.Ordinal))
        {
            foreach (var chip in entry.Chips.Distinct(StringComparer.Ordinal))
            {
                if (!_ofChip.TryGetValue(chip, out var wearers))
                {
                    _ofChip.Add(chip, wearers = []);
                }

                wearers.Add(entry);
            }
        }
    }

    /// <summary>Who wears a chip; empty: nobody.</summary>
    public IReadOnlyList<Entry> Of(string chip) => _ofChip.TryGetValue(chip, out var wearers) ? wearers : [];

    /// <summary>Chips that more than one entry, withdrawn ones aside, is registered with.</summary>
    public IEnumerable<(string Chip, List<Entry> Wearers)> Shared() =>
        from pair in _ofChip
        let wearers = pair.Value.Where(entry => !entry.Withdrawn).ToList()
        where wearers.Count > 1
        orderby pair.Key
        select (pair.Key, wearers);
}
