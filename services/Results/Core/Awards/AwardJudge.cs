using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Core.Standings;

namespace RaceSystem.Results.Core.Awards;

/// <summary>Applies one rule: takes the runners in order and puts each on the lists where it belongs.</summary>
internal sealed class AwardJudge
{
    private readonly RaceStandings _race;
    private readonly AwardRule _rule;
    private readonly AwardOrder _order;
    private readonly List<AwardSlot> _slots = [];
    private readonly AwardSlot? _whole;
    private readonly AwardSlot?[] _byDivision;
    private readonly int[] _additional;
    private int _open;

    public AwardJudge(RaceStandings race, AwardRule rule, AwardOrder order)
    {
        (_race, _rule, _order) = (race, rule, order);
        var divisions = race.Race.Divisions;
        _byDivision = new AwardSlot?[divisions.Count * Sexes.Count];
        if (rule is { EachDivision: false, DivisionIds.Count: 0 })
        {
            _whole = Add("", rule.Sex);
        }

        for (var i = 0; i < divisions.Count; i++)
        {
            if (rule.EachDivision || rule.DivisionIds.Contains(divisions[i].DivisionId, StringComparer.Ordinal))
            {
                AddDivision(divisions[i], _byDivision.AsSpan(i * Sexes.Count, Sexes.Count));
            }
        }

        _additional = [.. Enumerable.Range(0, divisions.Count).Where(i => divisions[i].Additional && HasSlot(i))];
    }

    /// <param name="wonBy">What runners won by earlier rules.</param>
    public List<AwardList> Judge(Dictionary<int, string> wonBy)
    {
        for (var position = 0; position < _order.Runners.Length && _open > 0; position++)
        {
            var runner = _order.Runners[position];
            var entry = _race.EntryOf(runner);
            if (!Qualifies(entry))
            {
                continue;
            }

            var own = _race.DivisionIndexOf(runner);
            var isSeparate = own >= 0 && _race.Race.Divisions[own].Separate;
            Offer(isSeparate ? null : _whole, position, wonBy);
            Offer(own >= 0 && _race.Visits[^1].PlacesOf(runner).ByDivision > 0 ? SlotOf(own, entry) : null, position, wonBy);
            foreach (var division in _additional)
            {
                if (!isSeparate && _race.Race.Divisions[division].Takes(entry))
                {
                    Offer(SlotOf(division, entry), position, wonBy);
                }
            }
        }

        return [.. _slots.Select(slot => slot.ToList())];
    }

    private void Offer(AwardSlot? slot, int position, Dictionary<int, string> wonBy)
    {
        if (slot is null || slot.IsClosed)
        {
            return;
        }

        if (_rule.Exclusive && wonBy.TryGetValue(_order.Runners[position], out var award))
        {
            slot.PassOver(_order.Runners[position], award);
        }
        else
        {
            slot.Offer(position);
            _open -= slot.IsClosed ? 1 : 0;
        }
    }

    private bool Qualifies(Entry entry) =>
        (_rule.Sex == Sex.Unknown || _rule.Sex == entry.Sex)
        && _rule.Person.IsMetBy(entry);

    private AwardSlot? SlotOf(int division, Entry entry) => _byDivision[(division * Sexes.Count) + (int)entry.Sex];

    private bool HasSlot(int division) => Array.Exists(_byDivision[(division * Sexes.Count)..((division + 1) * Sexes.Count)], slot => slot is not null);

    /// <summary>Runners of different sexes have lists of their own where they have places of their own.</summary>
    private void AddDivision(Division division, Span<AwardSlot?> slots)
    {
        var only = _rule.Sex != Sex.Unknown ? _rule.Sex : division.Sex;
        if (division.Sex != Sex.Unknown && only != division.Sex)
        {
            return;
        }

        if (only == Sex.Unknown && division.RankedBySex)
        {
            for (var sex = (int)Sex.Male; sex < Sexes.Count; sex++)
            {
                slots[sex] = Add(division.DivisionId, (Sex)sex);
            }

            return;
        }

        var one = Add(division.DivisionId, only);
        for (var sex = 0; sex < Sexes.Count; sex++)
        {
            slots[sex] = only == Sex.Unknown || only == (Sex)sex ? one : null;
        }
    }

    private AwardSlot Add(string divisionId, Sex sex)
    {
        var slot = new AwardSlot(_rule, _order, divisionId, sex);
        _slots.Add(slot);
        _open++;
        return slot;
    }
}
