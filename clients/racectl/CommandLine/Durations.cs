using System.CommandLine.Parsing;
using System.Globalization;

namespace RaceSystem.Racectl.CommandLine;

/// <summary>Durations as people type them: <c>30s</c>, <c>2m</c>, <c>500ms</c>, <c>1h</c>, <c>0</c>.</summary>
internal static class Durations
{
    private static readonly (string Suffix, double Seconds)[] Units = [("ms", 0.001), ("s", 1), ("m", 60), ("h", 3600)];

    public static TimeSpan? Parse(string text)
    {
        foreach (var (suffix, seconds) in Units)
        {
            if (text.EndsWith(suffix, StringComparison.Ordinal))
            {
                return Number(text[..^suffix.Length]) is { } amount && amount * seconds <= 86_400 ? TimeSpan.FromSeconds(amount * seconds) : null;
            }
        }

        return text == "0" ? TimeSpan.Zero : null;
    }

    /// <summary>For an option's CustomParser.</summary>
    public static TimeSpan ParseOption(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (Parse(text) is { } duration)
        {
            return duration;
        }

        result.AddError($"'{text}' is not a duration such as 30s, 2m or 500ms, at most 24h.");
        return TimeSpan.Zero;
    }

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;
}
