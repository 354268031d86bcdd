using System.CommandLine.Parsing;
using System.Globalization;

namespace RaceSystem.Racectl.CommandLine;

/// <summary>Offsets of clocks as people type them: <c>1.5s</c>, <c>-90ms</c>, <c>+9h</c>, <c>20454d</c>; and moments.</summary>
internal static class Offsets
{
    private static readonly (string Suffix, decimal Seconds)[] Units = [("ms", 0.001m), ("s", 1), ("m", 60), ("h", 3_600), ("d", 86_400)];

    /// <summary>Sixty years: what Timing takes.</summary>
    private const decimal MostSeconds = 60m * 366 * 86_400;

    public static TimeSpan? Parse(string text)
    {
        foreach (var (suffix, seconds) in Units)
        {
            if (text.EndsWith(suffix, StringComparison.Ordinal))
            {
                return decimal.TryParse(text[..^suffix.Length], NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var amount)
                    && Math.Abs(amount) <= MostSeconds / seconds
                    ? TimeSpan.FromMicroseconds((long)Math.Round(amount * seconds * 1_000_000))
                    : null;
            }
        }

        return text == "0" ? TimeSpan.Zero : null;
    }

    /// <summary>Seconds with a sign, for example <c>+1.500020</c>.</summary>
    public static string Format(TimeSpan offset) => (offset.Ticks / (decimal)TimeSpan.TicksPerSecond).ToString("+0.000000;-0.000000;0.000000", CultureInfo.InvariantCulture);

    /// <summary>For an option's CustomParser.</summary>
    public static TimeSpan? ParseOption(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (Parse(text) is { } offset)
        {
            return offset;
        }

        result.AddError($"'{text}' is not an offset such as 1.5s, -90ms, 9h or 20454d, at most 60 years.");
        return null;
    }

    /// <summary>For an option's CustomParser: ISO 8601; UTC when it names no offset.</summary>
    public static DateTimeOffset? ParseMoment(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment))
        {
            return moment;
        }

        result.AddError($"'{text}' is not a time such as 2025-04-06T09:30:00+09:00.");
        return null;
    }
}
