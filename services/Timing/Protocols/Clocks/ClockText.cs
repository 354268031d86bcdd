using System.Globalization;

namespace RaceSystem.Timing.Protocols.Clocks;

/// <summary>Reads times and dates as decoders write them.</summary>
public static class ClockText
{
    private const long MicrosPerSecond = 1_000_000;

    /// <summary>Hours, minutes, seconds with up to nine decimals: <c>9:05:07</c>, <c>13:50:23.30</c>. Decimals below microseconds are cut.</summary>
    public static bool TryTimeOfDay(ReadOnlySpan<char> text, out long micros)
    {
        micros = 0;
        var first = text.IndexOf(':');
        if (first is not (1 or 2) || text.Length < first + 6 || text[first + 3] != ':')
        {
            return false;
        }

        if (!TryDigits(text[..first], out var hours) || !TryDigits(text.Slice(first + 1, 2), out var minutes) || !TryDigits(text.Slice(first + 4, 2), out var seconds))
        {
            return false;
        }

        var rest = text[(first + 6)..];
        if (hours > 23 || minutes > 59 || seconds > 59 || !TryDecimals(rest, out var decimals))
        {
            return false;
        }

        micros = (((hours * 3600) + (minutes * 60) + seconds) * MicrosPerSecond) + decimals;
        return true;
    }

    /// <summary>A date as <c>2025-04-13</c>.</summary>
    public static bool TryDate(ReadOnlySpan<char> text, out DateOnly date) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    /// <summary>A date as <c>250413</c>, in this century.</summary>
    public static bool TryShortDate(ReadOnlySpan<char> text, out DateOnly date)
    {
        date = default;
        if (text.Length != 6 || !TryDigits(text, out var digits))
        {
            return false;
        }

        var (year, month, day) = (2000 + (int)(digits / 10_000), (int)(digits / 100 % 100), (int)(digits % 100));
        if (month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        date = new DateOnly(year, month, day);
        return true;
    }

    /// <summary>Nothing, or a point (or comma) and one to nine digits, as microseconds.</summary>
    public static bool TryDecimals(ReadOnlySpan<char> text, out long micros)
    {
        micros = 0;
        if (text.IsEmpty)
        {
            return true;
        }

        if (text[0] is not ('.' or ',') || text.Length is < 2 or > 10)
        {
            return false;
        }

        var scale = 100_000L;
        foreach (var digit in text[1..])
        {
            if (!char.IsAsciiDigit(digit))
            {
                return false;
            }

            micros += (digit - '0') * scale;
            scale /= 10;
        }

        return true;
    }

    /// <summary>One to eighteen digits and nothing else.</summary>
    public static bool TryDigits(ReadOnlySpan<char> text, out long value)
    {
        value = 0;
        if (text.Length is 0 or > 18)
        {
            return false;
        }

        foreach (var digit in text)
        {
            if (!char.IsAsciiDigit(digit))
            {
                return false;
            }

            value = (value * 10) + (digit - '0');
        }

        return true;
    }
}
