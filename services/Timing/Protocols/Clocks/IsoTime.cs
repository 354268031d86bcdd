using RaceSystem.Kernel;

namespace RaceSystem.Timing.Protocols.Clocks;

/// <summary>
/// Reads times such as <c>2026-04-02T12:00:00.123456789Z</c>, <c>2026-04-02 12:00:00+0200</c> or, without an offset, on the
/// device's local clock. Digits below the microsecond are cut.
/// </summary>
public static class IsoTime
{
    private const int SecondsLength = 19;

    /// <summary>Reads a time.</summary>
    /// <param name="text">Date, 'T' or a blank, time, fraction of any length, offset.</param>
    /// <param name="times">Zone of times without an offset.</param>
    /// <param name="micros">Microseconds since the Unix epoch.</param>
    /// <param name="problem">Why it cannot be told.</param>
    public static bool TryParse(ReadOnlySpan<char> text, DeviceTimes times, out long micros, out string problem)
    {
        ArgumentNullException.ThrowIfNull(times);
        (micros, problem) = (0, "the time is not as in 2026-04-02T12:00:00.123Z");
        if (text.Length < SecondsLength || !TryDay(text[..10], out var day) || text[10] is not ('T' or 't' or ' ') || !TryTimeOfDay(text[11..SecondsLength], out var microsOfDay))
        {
            return false;
        }

        var rest = text[SecondsLength..];
        if (!rest.IsEmpty && rest[0] is '.' or ',')
        {
            var digits = rest[1..].IndexOfAnyExceptInRange('0', '9');
            digits = digits < 0 ? rest.Length - 1 : digits;
            if (digits == 0)
            {
                return false;
            }

            microsOfDay += Fraction(rest.Slice(1, digits));
            rest = rest[(digits + 1)..];
        }

        if (rest.IsEmpty)
        {
            return times.TryLocal(day, microsOfDay, out micros, out problem);
        }

        if (!TryOffset(rest, out var offsetMinutes))
        {
            return false;
        }

        var midnight = Instant.From(new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero)).Micros;
        (micros, problem) = (midnight + microsOfDay - (offsetMinutes * 60L * Instant.MicrosPerSecond), "");
        return true;
    }

    private static bool TryDay(ReadOnlySpan<char> text, out DateOnly day)
    {
        day = default;
        if (text[4] != '-' || text[7] != '-' || !TryDigits(text[..4], out var year) || !TryDigits(text[5..7], out var month) || !TryDigits(text[8..], out var date))
        {
            return false;
        }

        if (year is < 1 or > 9998 || month is < 1 or > 12 || date < 1 || date > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        day = new DateOnly(year, month, date);
        return true;
    }

    private static bool TryTimeOfDay(ReadOnlySpan<char> text, out long micros)
    {
        micros = 0;
        if (text[2] != ':' || text[5] != ':' || !TryDigits(text[..2], out var hours) || !TryDigits(text[3..5], out var minutes) || !TryDigits(text[6..], out var seconds))
        {
            return false;
        }

        micros = ((((hours * 60L) + minutes) * 60) + seconds) * Instant.MicrosPerSecond;
        return hours < 24 && minutes < 60 && seconds < 60;
    }

    private static long Fraction(ReadOnlySpan<char> digits)
    {
        long micros = 0;
        for (var i = 0; i < 6; i++)
        {
            micros = (micros * 10) + (i < digits.Length ? digits[i] - '0' : 0);
        }

        return micros;
    }

    private static bool TryOffset(ReadOnlySpan<char> text, out int minutes)
    {
        minutes = 0;
        if (text is "Z" or "z")
        {
            return true;
        }

        if (text[0] is not ('+' or '-') || text.Length is not (3 or 5 or 6) || (text.Length == 6 && text[3] != ':'))
        {
            return false;
        }

        var rest = 0;
        if (!TryDigits(text.Slice(1, 2), out var hours) || (text.Length > 3 && !TryDigits(text[^2..], out rest)) || hours > 14 || rest > 59)
        {
            return false;
        }

        minutes = ((hours * 60) + rest) * (text[0] == '-' ? -1 : 1);
        return true;
    }

    private static bool TryDigits(ReadOnlySpan<char> text, out int value)
    {
        value = 0;
        foreach (var character in text)
        {
            if (character is < '0' or > '9')
            {
                return false;
            }

            value = (value * 10) + (character - '0');
        }

        return true;
    }
}
