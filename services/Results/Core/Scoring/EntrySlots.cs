using RaceSystem.Results.Core.Races;

namespace RaceSystem.Results.Core.Scoring;

/// <summary>The entries of a meet by a fixed slot, and the number each has in its race's roster.</summary>
internal sealed class EntrySlots
{
    private readonly Dictionary<string, int> _slots;
    private readonly List<Entry?> _registered;
    private readonly List<Entry?> _entries;
    private readonly List<int> _runners;

    /// <summary>Slots of the few who wore another's bib, by that bib.</summary>
    private readonly Dictionary<string, List<int>> _wearing;

    public EntrySlots() => (_slots, _registered, _entries, _runners, _wearing) = (new(StringComparer.Ordinal), [], [], [], new(StringComparer.Ordinal));

    private EntrySlots(EntrySlots origin) =>
        (_slots, _registered, _entries, _runners, _wearing) = (
            new(origin._slots, StringComparer.Ordinal), [.. origin._registered], [.. origin._entries], [.. origin._runners],
            origin._wearing.ToDictionary(worn => worn.Key, worn => worn.Value.ToList(), StringComparer.Ordinal));

    /// <summary>Slots of their own with the same entries.</summary>
    public EntrySlots Copy() => new(this);

    /// <summary>The entry as decisions left it.</summary>
    public Entry? this[int slot]
    {
        get => _entries[slot];
        set
        {
            NoteWorn(slot, _entries[slot]?.SwappedBib ?? "", value?.SwappedBib ?? "");
            _entries[slot] = value;
        }
    }

    /// <summary>Slots ever given out.</summary>
    public int Count => _entries.Count;

    /// <summary>The entry as Registration has it.</summary>
    public Entry? Registered(int slot) => _registered[slot];

    /// <summary>The entry with a bib in a race as Registration has it, or null; of several the one with the least id.</summary>
    public Entry? FindRegistered(string raceId, string bib)
    {
        Entry? found = null;
        foreach (var entry in _registered)
        {
            if (entry is { Withdrawn: false } && entry.Bib == bib && entry.RaceId == raceId && (found is null || string.CompareOrdinal(entry.EntryId, found.EntryId) < 0))
            {
                found = entry;
            }
        }

        return found;
    }

    /// <summary>Takes an entry as Registration has it.</summary>
    public void Register(int slot, Entry entry) => _registered[slot] = entry;

    /// <summary>Slots of the entries with certain bibs, by entry id, that were not withdrawn.</summary>
    public Dictionary<string, List<int>> SlotsOfBibs(HashSet<string> bibs) => Enumerable.Range(0, _registered.Count)
        .Where(slot => _registered[slot] is { Withdrawn: false } entry && bibs.Contains(entry.Bib))
        .OrderBy(slot => _registered[slot]!.EntryId, StringComparer.Ordinal)
        .GroupBy(slot => _registered[slot]!.Bib, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);

    /// <summary>Slots of the entries that are registered with one of the chips.</summary>
    public IEnumerable<int> SlotsWith(HashSet<string> chips) =>
        Enumerable.Range(0, _registered.Count).Where(slot => _registered[slot]?.Chips.Any(chips.Contains) == true);

    /// <summary>Slots of the runners who wore another's bib.</summary>
    public IReadOnlyList<int> SlotsWearing(string bib) => _wearing.GetValueOrDefault(bib) ?? [];

    /// <summary>Slot of an entry; a new one for an entry not seen before.</summary>
    public int SlotOf(string entryId)
    {
        if (!_slots.TryGetValue(entryId, out var slot))
        {
            slot = _entries.Count;
            _slots.Add(entryId, slot);
            _registered.Add(null);
            _entries.Add(null);
            _runners.Add(-1);
        }

        return slot;
    }

    /// <summary>Number in the roster of the entry's race, as of that roster.</summary>
    public int RunnerOf(int slot) => _runners[slot];

    /// <summary>Notes the numbers of a new roster.</summary>
    public void Place(Roster roster)
    {
        for (var runner = 0; runner < roster.Count; runner++)
        {
            _runners[roster.Slots[runner]] = runner;
        }
    }

    /// <summary>The runners of a race: its entries that were not withdrawn.</summary>
    public BibOrder[] MembersOf(string raceId)
    {
        var members = new List<BibOrder>();
        for (var slot = 0; slot < _entries.Count; slot++)
        {
            if (_entries[slot] is { Withdrawn: false } entry && string.Equals(entry.RaceId, raceId, StringComparison.Ordinal))
            {
                members.Add(new BibOrder(entry, slot));
            }
        }

        return [.. members];
    }

    public IEnumerable<(int Slot, Entry Entry)> All() =>
        Enumerable.Range(0, _entries.Count).Where(slot => _entries[slot] is not null).Select(slot => (slot, _entries[slot]!));

    public void Clear()
    {
        _slots.Clear();
        _registered.Clear();
        _entries.Clear();
        _runners.Clear();
        _wearing.Clear();
    }

    private void NoteWorn(int slot, string before, string after)
    {
        if (before == after)
        {
            return;
        }

        if (before.Length > 0)
        {
            _wearing[before].Remove(slot);
        }

        if (after.Length > 0)
        {
            if (!_wearing.TryGetValue(after, out var slots))
            {
                _wearing[after] = slots = [];
            }

            slots.Add(slot);
        }
    }
}
