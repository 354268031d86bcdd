namespace RaceSystem.Results.Core.Passings;

/// <summary>Gives names numbers 0, 1, 2 … in the order they are first seen. The numbers never show in a result.</summary>
internal sealed class NameTable
{
    private readonly Dictionary<string, int> _numbers;
    private readonly List<string> _names;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _bySpan;

    public NameTable()
        : this(new Dictionary<string, int>(StringComparer.Ordinal), [])
    {
    }

    private NameTable(Dictionary<string, int> numbers, List<string> names)
    {
        _numbers = numbers;
        _names = names;
        _bySpan = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();
    }

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

    /// <summary>A table of its own with the same names.</summary>
    public NameTable Copy() => new(new Dictionary<string, int>(_numbers, StringComparer.Ordinal), [.. _names]);

    /// <summary>The name of a number.</summary>
    public string NameOf(int number) => _names[number];

    /// <summary>The number of a name, or -1.</summary>
    public int Find(string name) => _numbers.TryGetValue(name, out var number) ? number : -1;
}
