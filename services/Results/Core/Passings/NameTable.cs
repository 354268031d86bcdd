namespace RaceSystem.Results.Core.Passings;

/// <summary>Gives names numbers 0, 1, 2 … in the order they are first seen. The numbers never show in a result.</summary>
internal sealed class NameTable
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _names = [];
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _bySpan;

    public NameTable() => _bySpan = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();

    public int Count => _numbers.Count;

    /// <summary>The number of a name, without allocation when the name is known.</summary>
    public int Number(ReadOnlySpan<char> name)
    {
        if (!_bySpan.TryGetValue(name, out var number))
        {
            number = _names.Count;
            _names.Add(name.ToString());
            _numbers.Add(_names[number], number);
        }

        return number;
    }

    /// <summary>All names by number.</summary>
    public string[] ToArray() => [.. _names];

    /// <summary>The name of a number.</summary>
    public string NameOf(int number) => _names[number];

    /// <summary>The number of a name, or -1.</summary>
    public int Find(string name) => _numbers.TryGetValue(name, out var number) ? number : -1;
}
