using RaceSystem.Results.Core.Adjudications;
using RaceSystem.Results.Core.Passings;
using RaceSystem.Results.Core.Races;

namespace RaceSystem.Results.Core.Scoring;

/// <summary>
/// The entries of a meet, as registered and as the decisions on chips, races and waves leave them, and who wears which chip.
/// While nothing of that kind is decided an entry counts at once; otherwise with the next <see cref="Identify"/>.
/// </summary>
internal sealed class MeetEntries(MeetInputs inputs, MeetRaces races)
{
    private readonly EntrySlots _slots = new();
    private readonly ChipClaims _claims = new();

    private MeetEntries(MeetEntries origin, MeetInputs inputs, MeetRaces races)
        : this(inputs, races) =>
        (_slots, _claims, NeedsIdentity) = (origin._slots.Copy(), origin._claims.Copy(), origin.NeedsIdentity);

    /// <summary>The same entries over other inputs and races.</summary>
    public MeetEntries Fork(MeetInputs ofInputs, MeetRaces ofRaces) => new(this, ofInputs, ofRaces);

    /// <summary>The entry with a bib in a race as it is registered, or null.</summary>
    public Entry? Find(string raceId, string bib) => _slots.FindRegistered(raceId, bib);

    /// <summary>The decisions must be brought together with the entries again.</summary>
    public bool NeedsIdentity { get; private set; }

    /// <summary>The entries as decisions left them.</summary>
    public IEnumerable<Entry> All => _slots.All().Select(entry => entry.Entry);

    /// <summary>An entry as it is registered.</summary>
    public Entry RegisteredAs(Entry decided) => _slots.Registered(_slots.SlotOf(decided.EntryId)) ?? decided;

    /// <summary>Takes an entry as registered.</summary>
    public void Set(Entry entry)
    {
        var slot = _slots.SlotOf(entry.EntryId);
        if (_slots.Registered(slot)?.SameAs(entry) == true)
        {
            return;
        }

        _slots.Register(slot, entry);
        RequireIdentity();
        if (!NeedsIdentity)
        {
            Take(slot, entry);
        }
    }

    /// <summary>Entries, races or decisions changed.</summary>
    /// <param name="decided">A decision of that kind was taken away.</param>
    public void RequireIdentity(bool decided = false) => NeedsIdentity |= decided || inputs.Adjudications.HasIdentity;

    /// <summary>Brings the entries to what the decisions say of chips, races and waves.</summary>
    public void Identify()
    {
        if (!NeedsIdentity)
        {
            return;
        }

        NeedsIdentity = false;
        var changed = EffectiveEntries.Resolve(_slots, inputs.Adjudications.Index, raceId => races.Find(raceId)?.Race);
        for (var slot = 0; slot < _slots.Count; slot++)
        {
            if ((changed.GetValueOrDefault(slot) ?? _slots.Registered(slot)) is { } entry && _slots[slot]?.SameAs(entry) != true)
            {
                Take(slot, entry);
            }
        }
    }

    /// <summary>Gives a race its runners.</summary>
    public void Place(string raceId, RaceScoring race) => _slots.Place(race.SetRoster(_slots.MembersOf(raceId)));

    /// <summary>Marks who wears a chip.</summary>
    public void MarkChip(int chip)
    {
        Mark(_claims.FirstOf(chip));
        foreach (var slot in _claims.OthersOf(chip))
        {
            Mark(slot);
        }
    }

    /// <summary>Marks who wore a bib that is another runner's.</summary>
    public void MarkWorn(string bib)
    {
        foreach (var slot in inputs.Adjudications.HasIdentity ? _slots.SlotsWearing(bib) : [])
        {
            Mark(slot);
        }
    }

    /// <summary>Forgets the entries.</summary>
    public void Clear()
    {
        foreach (var (slot, entry) in _slots.All())
        {
            Claim(slot, entry, null);
        }

        _slots.Clear();
    }

    private void Take(int slot, Entry entry)
    {
        var before = _slots[slot];
        Claim(slot, before, entry);
        _slots[slot] = entry;
        var race = races.Find(entry.RaceId);
        var stays = before is { Withdrawn: false } && before.RaceId == entry.RaceId && before.Bib == entry.Bib && before.Withdrawn == entry.Withdrawn;
        if (stays && race is { NeedsRoster: false } && _slots.RunnerOf(slot) is var runner and >= 0)
        {
            race.Assign(runner, entry);
            return;
        }

        race?.RequireRoster();
        if (before is not null)
        {
            races.Find(before.RaceId)?.RequireRoster();
        }
    }

    private void Claim(int slot, Entry? before, Entry? after)
    {
        foreach (var chip in before is null ? [] : inputs.ChipsOf(before))
        {
            _claims.Remove(chip, slot);
        }

        foreach (var chip in after is null ? [] : inputs.ChipsOf(after))
        {
            _claims.Add(chip, slot);
        }
    }

    private void Mark(int slot)
    {
        if (slot >= 0 && _slots[slot] is { Withdrawn: false } entry && races.Find(entry.RaceId) is { NeedsRoster: false } race)
        {
            race.Mark(_slots.RunnerOf(slot));
        }
    }
}
