using System.Globalization;

namespace RaceSystem.Results.Core.AgeGrading;

/// <summary>
/// Factors and open standards of one sex. The times of the age standards that the sources print too are left out: some
/// contradict their own factors. Immutable.
/// </summary>
internal sealed class RoadTable
{
    /// <summary>A course is measured in whole metres, the half marathon is 21,097.5 m: so near is the same distance.</summary>
    private const decimal SameDistanceM = 1;

    private readonly decimal[] _metres;
    private readonly decimal[] _open;
    private readonly decimal[][] _factors;
    private readonly int _minAge;

    public RoadTable(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        _metres = Values(lines[0]);
        _open = Values(lines[1]);
        _minAge = int.Parse(lines[2].AsSpan(0, lines[2].IndexOf(',', StringComparison.Ordinal)), CultureInfo.InvariantCulture);
        _factors = [.. lines.Skip(2).Select(Values)];
    }

    public int MinAge => _minAge;

    public int MaxAge => _minAge + _factors.Length - 1;

    public decimal MinMetres => _metres[0];

    public decimal MaxMetres => _metres[^1];

    /// <summary>The standard; null: the table does not hold the age or the distance.</summary>
    public AgeStandard? Find(int age, decimal metres)
    {
        if (age < MinAge || age > MaxAge)
        {
            return null;
        }

        var factors = _factors[age - _minAge];
        var next = Array.FindIndex(_metres, column => column >= metres - SameDistanceM);
        if (next >= 0 && _metres[next] <= metres + SameDistanceM)
        {
            return new AgeStandard(_open[next], factors[next]);
        }

        return next <= 0 ? null : Between(factors, next - 1, next, metres);
    }

    /// <summary>
    /// Factors are interpolated linearly in the logarithm of the distance, as the tables' authors do from 2025 on; open
    /// standards as a power of it, since pace falls so and a straight line between them would give standards of nobody.
    /// </summary>
    private AgeStandard Between(decimal[] factors, int low, int high, decimal metres)
    {
        var share = Math.Log((double)(metres / _metres[low])) / Math.Log((double)(_metres[high] / _metres[low]));
        var open = (double)_open[low] * Math.Pow((double)(_open[high] / _open[low]), share);
        return new AgeStandard((decimal)open, factors[low] + ((factors[high] - factors[low]) * (decimal)share));
    }

    private static decimal[] Values(string line) =>
        [.. line.Split(',').Skip(1).Select(value => decimal.Parse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture))];
}
