using System.Runtime.InteropServices;

namespace RaceSystem.Results.Core.Passings;

/// <summary>
/// Which entries wear which chip. Chips are unique in a meet, but records arrive one at a time: while a chip moves, two
/// entries may claim it, and both get its passings until the other record comes. So the order of records is no matter.
/// </summary>
internal sealed class ChipClaims
{
    private readonly Dictionary<int, List<int>> _more = [];
    private int[] _first = new int[64];

    /// <summary>Claims of their own that say the same.</summary>
    public ChipClaims Copy()
    {
        var copy = new ChipClaims { _first = [.. _first] };
        foreach (var (chip, slots) in _more)
        {
            copy._more.Add(chip, [.. slots]);
        }

        return copy;
    }

    public void Add(int chip, int slot)
    {
        while (chip >= _first.Length)
        {
            Array.Resize(ref _first, _first.Length * 2);
        }

        if (_first[chip] == 0)
        {
            _first[chip] = slot + 1;
            return;
        }

        if (!_more.TryGetValue(chip, out var others))
        {
            _more[chip] = others = [];
        }

        others.Add(slot);
    }

    public void Remove(int chip, int slot)
    {
        _more.TryGetValue(chip, out var others);
        if (_first[chip] != slot + 1)
        {
            others?.Remove(slot);
        }
        else if (others is { Count: > 0 })
        {
            _first[chip] = others[^1] + 1;
            others.RemoveAt(others.Count - 1);
        }
        else
        {
            _first[chip] = 0;
        }

        if (others is { Count: 0 })
        {
            _more.Remove(chip);
        }
    }

    /// <summary>The first entry that claims the chip, or -1.</summary>
    public int FirstOf(int chip) => chip < _first.Length ? _first[chip] - 1 : -1;

    /// <summary>Further entries that claim it; hardly ever any.</summary>
    public ReadOnlySpan<int> OthersOf(int chip) =>
        _more.Count > 0 && _more.TryGetValue(chip, out var others) ? CollectionsMarshal.AsSpan(others) : default;
}
