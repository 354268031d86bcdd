namespace RaceSystem.Timing.Core.Chips;

/// <summary>Gives each chip code of a meet a small number, in the order of appearance. Not thread-safe.</summary>
public sealed class ChipIndex
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _codes = [];

    /// <summary>Number of chips; they are numbered from 0.</summary>
    public int Count => _codes.Count;

    /// <summary>The code of a numbered chip.</summary>
    public string CodeOf(int chip) => _codes[chip];

    /// <summary>The number of a code, if it was seen.</summary>
    public bool TryFind(string code, out int chip) => _numbers.TryGetValue(code, out chip);

    /// <summary>The number of a code; a new code gets the next one.</summary>
    public int Intern(string code)
    {
        if (!_numbers.TryGetValue(code, out var chip))
        {
            chip = _codes.Count;
            _numbers.Add(code, chip);
            _codes.Add(code);
        }

        return chip;
    }
}
