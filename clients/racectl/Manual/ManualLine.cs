using System.Globalization;
using RaceSystem.Kernel;
using RaceSystem.Timing.Protocols.Clocks;

namespace RaceSystem.Racectl.Manual;

/// <summary>One crossing as a person notes it.</summary>
/// <param name="Line">Line of the file or of the keyboard, 1 for the first.</param>
/// <param name="Bib">The runner.</param>
/// <param name="Time">When.</param>
/// <param name="Note">What else was said.</param>
internal sealed record ManualLine(int Line, string Bib, Instant Time, string Note)
{
    private const long SecondsPerDay = 86_400;

    /// <summary>
    /// Reads the fields <c>bib, time[, note]</c>. A time is a time of day on the given day (10:15:30.2), or a full one with an
    /// offset (2026-04-05T10:15:30+09:00).
    /// </summary>
    public static ManualLine? Parse(int line, IReadOnlyList<string> fields, DeviceTimes times, out Problem? problem)
    {
        problem = null;
        if (fields.Count is < 2 or > 3)
        {
            problem = new Problem(line, "", $"has {fields.Count} fields: write bib,time or bib,time,note.");
            return null;
        }

        if (!Kernel.Bib.TryParse(fields[0], out var bib))
        {
            problem = new Problem(line, "bib", $"'{fields[0]}' is not a bib: use 1 to {Kernel.Bib.MaxLength} letters, digits and '-'.");
            return null;
        }

        if (!TryTime(fields[1].Trim(), times, out var micros, out var reason))
        {
            problem = new Problem(line, "time", $"'{fields[1]}': {reason}.");
            return null;
        }

        return new ManualLine(line, bib.Text, new Instant(micros), fields.Count == 3 ? fields[2].Trim() : "");
    }

    /// <summary>Microseconds since midnight of h:mm:ss with up to six decimals; null for anything else.</summary>
    public static long? MicrosOfDay(string text)
    {
        var parts = text.Split('.', 2);
        if (!TimeSpan.TryParseExact(parts[0], ["h\\:mm\\:ss", "hh\\:mm\\:ss"], CultureInfo.InvariantCulture, out var whole) || whole.TotalSeconds >= SecondsPerDay)
        {
            return null;
        }

        var decimals = parts.Length == 2 ? parts[1] : "0";
        return decimals.Length is > 0 and <= 6 && decimals.All(char.IsAsciiDigit)
            ? ((long)whole.TotalSeconds * Instant.MicrosPerSecond) + long.Parse(decimals.PadRight(6, '0'), CultureInfo.InvariantCulture)
            : null;
    }

    private static bool TryTime(string text, DeviceTimes times, out long micros, out string problem)
    {
        if (MicrosOfDay(text) is { } ofDay)
        {
            return times.TryTimeOfDay(ofDay, out micros, out problem);
        }

        problem = "is neither a time of day such as 10:15:30.2 nor a full one such as 2026-04-05T10:15:30+09:00";
        micros = 0;
        var hasOffset = text.EndsWith('Z') || (text.Length > 6 && text[^6] is '+' or '-' && text[^3] == ':');
        if (hasOffset && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var full))
        {
            micros = Instant.From(full).Micros;
            return true;
        }

        return false;
    }
}
