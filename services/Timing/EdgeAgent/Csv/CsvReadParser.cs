using System.Globalization;
using RaceSystem.Kernel;

namespace RaceSystem.Timing.EdgeAgent.Csv;

/// <summary>
/// Reads <c>chip,time[,rssi[,antenna]]</c>. The time is ISO 8601 with a zone (<c>Z</c> or <c>+09:00</c>) or whole
/// microseconds since the Unix epoch; a local time without a zone is refused, never guessed. Times must lie where Timing
/// takes them, since a batch that the server refuses would hold up the spool.
/// </summary>
internal sealed class CsvReadParser(TimeProvider time)
{
    private const long EarliestMicros = 631_152_000L * Instant.MicrosPerSecond;

    /// <summary>Within the day that Timing allows, with room for an agent whose clock is ahead.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromHours(12);

    private static readonly string[] Formats =
        ["yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'"];

    /// <summary>The read of a line; false with what is wrong otherwise.</summary>
    internal bool TryParse(string line, out CsvRead read, out string problem)
    {
        read = default;
        var fields = line.Split(',', StringSplitOptions.TrimEntries);
        if (fields.Length is < 2 or > 4)
        {
            problem = "expected chip,time[,rssi[,antenna]]";
            return false;
        }

        if (!ChipCode.TryParse(fields[0], out var chip))
        {
            problem = $"the chip must have 1 to {ChipCode.MaxLength} letters and digits";
            return false;
        }

        if (!TryParseTime(fields[1], out var micros))
        {
            problem = "the time must be ISO 8601 with a zone or whole microseconds since 1970";
            return false;
        }

        if (micros < EarliestMicros || micros > Instant.From(time.GetUtcNow().Add(Ahead)).Micros)
        {
            problem = "the time must lie between 1990 and half a day ahead of this machine's clock";
            return false;
        }

        if (!TryParseSmall(fields, 2, -1_000, 1_000, out var rssi) || !TryParseSmall(fields, 3, 0, ushort.MaxValue, out var antenna))
        {
            problem = "rssi must be -1000 to 1000 dBm, antenna 0 to 65535";
            return false;
        }

        read = new CsvRead(chip.Text, micros, rssi, antenna);
        problem = "";
        return true;
    }

    private static bool TryParseTime(string text, out long micros)
    {
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out micros))
        {
            return true;
        }

        var parsed = DateTimeOffset.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment);
        micros = parsed ? Instant.From(moment).Micros : 0;
        return parsed;
    }

    private static bool TryParseSmall(string[] fields, int index, int min, int max, out int value)
    {
        value = 0;
        return fields.Length <= index || fields[index].Length == 0
            || (int.TryParse(fields[index], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value) && value >= min && value <= max);
    }
}
