using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Core.Scoring;

namespace RaceSystem.Results.Core.Adjudications;

/// <summary>
/// Who ran where with which chips, by decision. A function of the registered entries, the decisions and the races: swaps
/// first, in their order, then what was decided of a chip, then the race and the wave. So a chip that was decided on stays
/// where the decision put it, swap or not.
/// </summary>
internal sealed class EffectiveEntries
{
    private readonly EntrySlots _slots;
    private readonly AdjudicationIndex _decisions;
    private readonly Dictionary<int, Entry> _changed = [];
    private readonly Dictionary<string, List<int>> _ofBib;

    private EffectiveEntries(EntrySlots slots, AdjudicationIndex decisions)
    {
        _slots = slots;
        _decisions = decisions;
        var bibs = decisions.Identity.SelectMany(adjudication => new[] { adjudication.Bib, (adjudication.Decision as BibSwap)?.OtherBib ?? "" });
        _ofBib = slots.SlotsOfBibs(bibs.Where(bib => bib.Length > 0).ToHashSet(StringComparer.Ordinal));
    }

    /// <summary>The entries that differ from what is registered, by slot.</summary>
    public static Dictionary<int, Entry> Resolve(EntrySlots slots, AdjudicationIndex decisions, Func<string, RaceDefinition?> findRace)
    {
        if (decisions.Identity.Count == 0)
        {
            return [];
        }

        var entries = new EffectiveEntries(slots, decisions);
        entries.SwapBibs();
        entries.DecideChips();
        entries.Place(findRace);
        return entries._changed;
    }

    private Entry this[int slot] => _changed.TryGetValue(slot, out var changed) ? changed : _slots.Registered(slot)!;

    /// <summary>Two judges may have decided the same swap: a pair counts once, in the turn of the latest.</summary>
    private void SwapBibs()
    {
        var latest = new Dictionary<(int One, int Other), int>();
        for (var turn = 0; turn < _decisions.Identity.Count; turn++)
        {
            var adjudication = _decisions.Identity[turn];
            if (adjudication.Decision is BibSwap swap && Concerned(adjudication) is [var one, ..]
                && _ofBib.GetValueOrDefault(swap.OtherBib) is [var other, ..] && one != other)
            {
                latest[one < other ? (one, other) : (other, one)] = turn;
            }
        }

        foreach (var (one, other) in latest.OrderBy(pair => pair.Value).Select(pair => pair.Key))
        {
            var (first, second) = (this[one], this[other]);
            _changed[one] = first with { Chips = second.Chips, SwappedBib = second.BibWorn };
            _changed[other] = second with { Chips = first.Chips, SwappedBib = first.BibWorn };
        }
    }

    private void DecideChips()
    {
        var latest = new Dictionary<string, Adjudication>(StringComparer.Ordinal);
        foreach (var adjudication in _decisions.Identity)
        {
            if (adjudication.Decision is ChipDecision chip)
            {
                latest[chip.Chip] = adjudication;
            }
        }

        var exclusive = latest.Values.Where(adjudication => adjudication.Decision is ChipDecision { Counts: true })
            .Select(adjudication => ((ChipDecision)adjudication.Decision).Chip).ToHashSet(StringComparer.Ordinal);
        foreach (var slot in exclusive.Count == 0 ? [] : _slots.SlotsWith(exclusive).Union(_changed.Keys).ToList())
        {
            SetChips(slot, chip => !exclusive.Contains(chip), []);
        }

        foreach (var adjudication in latest.Values.Order(Comparer<Adjudication>.Create(Adjudication.CompareByTime)))
        {
            var (chip, counts) = (ChipDecision)adjudication.Decision;
            foreach (var slot in Concerned(adjudication))
            {
                SetChips(slot, worn => worn != chip, counts ? [chip] : []);
            }
        }
    }

    private void SetChips(int slot, Func<string, bool> keeps, string[] added)
    {
        var entry = this[slot];
        string[] chips = [.. entry.Chips.Where(keeps), .. added];
        if (!chips.SequenceEqual(entry.Chips, StringComparer.Ordinal))
        {
            _changed[slot] = entry with { Chips = chips };
        }
    }

    /// <summary>The latest move counts, and the latest decision on the start, unless a later move gave another wave.</summary>
    private void Place(Func<string, RaceDefinition?> findRace)
    {
        foreach (var adjudications in _decisions.Identity.Where(adjudication => adjudication.Bib.Length > 0).GroupBy(adjudication => (adjudication.RaceId, adjudication.Bib)))
        {
            var move = adjudications.LastOrDefault(adjudication => adjudication.Decision is RaceMove);
            var start = _decisions.OfBib[adjudications.Key.Bib]
                .LastOrDefault(adjudication => adjudication.RaceId == adjudications.Key.RaceId && RunnerRuling.IsStart(adjudication.Decision));
            var wave = start?.Decision is StartWithWave decided && (move is null || Adjudication.CompareByTime(start, move) > 0) ? decided.WaveId : null;
            foreach (var slot in Concerned(adjudications.First()))
            {
                var entry = this[slot];
                var placed = move?.Decision is RaceMove to ? Moved(entry, to, findRace(to.ToRaceId)) : entry;
                placed = wave is null ? placed : placed with { WaveId = wave };
                if (placed != entry)
                {
                    _changed[slot] = placed;
                }
            }
        }
    }

    private static Entry Moved(Entry entry, RaceMove move, RaceDefinition? race)
    {
        var keepsDivision = race?.Divisions.Any(division => division.DivisionId == entry.DivisionId) ?? true;
        return move.ToRaceId == entry.RaceId ? entry with { WaveId = move.ToWaveId } : entry with
        {
            RaceId = move.ToRaceId,
            WaveId = move.ToWaveId,
            DivisionId = keepsDivision ? entry.DivisionId : "",
            MovedFromRaceId = entry.RaceId,
        };
    }

    /// <summary>Slots of the runners a decision concerns, by entry id. A bib is worn once, but entries arrive one at a time.</summary>
    private int[] Concerned(Adjudication adjudication) =>
        [.. (_ofBib.GetValueOrDefault(adjudication.Bib) ?? []).Where(slot => _slots.Registered(slot)!.RaceId == adjudication.RaceId)];
}
