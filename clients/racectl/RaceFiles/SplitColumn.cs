using System.Globalization;

namespace RaceSystem.Racectl.RaceFiles;

/// <summary>A column <c>split_ID_s</c>: the id says where on the course it is.</summary>
internal sealed record SplitColumn(string SplitId, long DistanceM)
{
    public const string Prefix = "split_";
    public const string Suffix = "_s";
    public const long HalfMarathonM = 21_097;
    private const double MileM = 1609.344;

    public string Name => Prefix + SplitId + Suffix;

    /// <summary>Reads ids such as <c>5k</c>, <c>half</c> and <c>20mi</c>; null when the distance cannot be told.</summary>
    public static SplitColumn? Parse(string columnName)
    {
        if (!columnName.StartsWith(Prefix, StringComparison.Ordinal) || !columnName.EndsWith(Suffix, StringComparison.Ordinal)
            || columnName.Length <= Prefix.Length + Suffix.Length)
        {
            return null;
        }

        var id = columnName[Prefix.Length..^Suffix.Length];
        return DistanceOf(id) is { } distance ? new SplitColumn(id, distance) : null;
    }

    private static long? DistanceOf(string id)
    {
        if (id == "half")
        {
            return HalfMarathonM;
        }

        var digits = id.TakeWhile(c => char.IsAsciiDigit(c) || c == '.').Count();
        if (!double.TryParse(id.AsSpan(0, digits), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) || amount is <= 0 or > 1000)
        {
            return null;
        }

        return id[digits..] switch
        {
            "k" or "km" => (long)Math.Round(amount * 1000),
            "mi" => (long)Math.Round(amount * MileM),
            "m" => (long)Math.Round(amount),
            _ => null,
        };
    }
}
