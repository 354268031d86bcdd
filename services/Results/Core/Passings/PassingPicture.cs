namespace RaceSystem.Results.Core.Passings;

/// <summary>All passings of a meet by chip, each chip's in order of time. Immutable; safe to share between threads.</summary>
internal sealed class PassingPicture
{
    /// <summary>Of a meet without passings.</summary>
    public static readonly PassingPicture Empty = new([], [], [0], []);

    private readonly string[] _chips;
    private readonly string[] _points;
    private readonly int[] _from;
    private readonly (long Time, int Point)[] _passings;
    private readonly Dictionary<string, int> _numbers;

    public PassingPicture(string[] chips, string[] points, int[] from, (long Time, int Point)[] passings)
    {
        (_chips, _points, _from, _passings) = (chips, points, from, passings);
        _numbers = new Dictionary<string, int>(chips.Length, StringComparer.Ordinal);
        for (var chip = 0; chip < chips.Length; chip++)
        {
            _numbers.Add(chips[chip], chip);
            Array.Sort(_passings, _from[chip], _from[chip + 1] - _from[chip], Comparer<(long, int)>.Default);
        }
    }

    /// <summary>Chips that were ever named.</summary>
    public IReadOnlyList<string> Chips => _chips;

    /// <summary>Timing points that were ever named, by number.</summary>
    public IReadOnlyList<string> Points => _points;

    /// <summary>Passings of a chip; none for one that was never read.</summary>
    public ReadOnlySpan<(long Time, int Point)> Of(string chip) => _numbers.TryGetValue(chip, out var number) ? Of(number) : default;

    /// <summary>Passings of a chip by its number in <see cref="Chips"/>.</summary>
    public ReadOnlySpan<(long Time, int Point)> Of(int chip) => _passings.AsSpan(_from[chip].._from[chip + 1]);
}
