using RaceSystem.Kernel;

namespace RaceSystem.Timing.Protocols.Clocks;

/// <summary>Reads dates and times of day that need not be padded with zeros, as <see cref="WallTime"/>.</summary>
internal static class WallText
{
    private const long MicrosPerDay = 86_400L * Instant.MicrosPerSecond;

    /// <summary><c>h:m:s</c> with 1 or 2 digits each and up to 9 decimals behind a point or comma; what is below a microsecond is cut.</summary>
    public static bool TryTimeOfDay(ReadOnlySpan<char> text, out long micros)
    {
        micros = 0;
        Span<Range> parts = stackalloc Range[4];
        var end = text.IndexOfAny('.', ',');
        var whole = end < 0 ? text : text[..end];
        if (whole.Split(parts, ':') != 3
            || !TryNumber(whole[parts[0]], 23, out var hour) || !TryNumber(whole[parts[1]], 59, out var minute) || !TryNumber(whole[parts[2]], 59, out var second)
            || !ClockText.TryDecimals(end < 0 ? [] : text[end..], out var decimals))
        {
            return false;
        }

        micros = (((((hour * 60) + minute) * 60) + second) * Instant.MicrosPerSecond) + decimals;
        return true;
    }

    /// <summary>A date with '-', '/' or '.' between its parts: year first, or day first; the year has four digits.</summary>
    public static bool TryDate(ReadOnlySpan<char> text, bool dayFirst, out DateOnly date)
    {
        date = default;
        Span<Range> parts = stackalloc Range[4];
        var separator = text.IndexOfAny("-/.");
        if (separator <= 0 || text.Split(parts, text[separator]) != 3
            || !ClockText.TryDigits(text[parts[dayFirst ? 2 : 0]], out var year) || year is < 1970 or > 2199
            || !TryNumber(text[parts[1]], 12, out var month) || month == 0
            || !TryNumber(text[parts[dayFirst ? 0 : 2]], DateTime.DaysInMonth((int)year, (int)month), out var day) || day == 0)
        {
            return false;
        }

        date = new DateOnly((int)year, (int)month, (int)day);
        return true;
    }

    /// <summary>A date and a time of day with blanks or one 'T' between them.</summary>
    public static bool TryDateAndTime(ReadOnlySpan<char> text, bool dayFirst, out long wall)
    {
        wall = 0;
        var space = text.IndexOfAny(" T");
        if (space < 0 || !TryDate(text[..space], dayFirst, out var date) || !TryTimeOfDay(text[(space + 1)..].TrimStart(' '), out var micros))
        {
            return false;
        }

        wall = Of(date, micros);
        return true;
    }

    /// <summary>A date and microseconds since its midnight.</summary>
    public static long Of(DateOnly date, long microsOfDay) =>
        ((date.DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber) * MicrosPerDay) + microsOfDay;

    private static bool TryNumber(ReadOnlySpan<char> text, long most, out long value)
    {
        value = 0;
        return text.Length is 1 or 2 && ClockText.TryDigits(text, out value) && value <= most;
    }
}
