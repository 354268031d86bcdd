using System.Globalization;
using RaceSystem.Kernel;
using RaceSystem.Timing.Protocols.Clocks;

namespace RaceSystem.Timing.Protocols.ChronoTrack;

/// <summary>
/// Reads lines of the stream. CT01_13: format, sequence, location, tag, time, occurrence, reader, antenna port 1 to 8 (0
/// for a gun). CT01_33: format, sequence, location, tag, time, gator, tag code or reader, lap. A time is the time of day,
/// an ISO date and time (local unless it says otherwise), seconds since 1970 or milliseconds since midnight: each can be
/// told from the others by its shape.
/// </summary>
internal static class ChronoTrackParser
{
    private const int Fields = 8;
    private const string WithAntenna = "CT01_13";
    private const long MillisPerDay = 86_400_000;
    private const long MaxUnixSeconds = 7_258_118_400; // 2200-01-01

    /// <summary>Whether a line is one of the stream.</summary>
    public static bool IsEvent(string line) => line.StartsWith("CT01_", StringComparison.Ordinal);

    /// <summary>Cuts a line into its parts.</summary>
    public static bool TryEvent(string line, out ChronoTrackEvent value, out string problem)
    {
        value = default;
        var fields = line.Split('~', Fields + 4);
        if (fields.Length < Fields)
        {
            problem = $"a line of the stream has {Fields} fields, not {fields.Length}";
            return false;
        }

        var location = fields[2].Trim();
        if (location.Length is 0 or > 100)
        {
            problem = "the line names no location, or one of more than 100 characters";
            return false;
        }

        ClockText.TryDigits(fields[1].Trim(), out var sequence);
        var antenna = fields[0] == WithAntenna && ushort.TryParse(fields[7], NumberStyles.None, CultureInfo.InvariantCulture, out var port) ? port : (ushort)0;
        (value, problem) = (new ChronoTrackEvent(sequence, location, fields[3].Trim(), fields[4].Trim(), antenna), "");
        return true;
    }

    /// <summary>The read of a line that is neither a gun nor a location.</summary>
    public static bool TryRead(ChronoTrackEvent value, DeviceTimes times, out DecodedRead read, out string problem)
    {
        read = default;
        if (!ChipCode.TryParse(value.Tag, out var chip))
        {
            problem = "the tag has other characters than letters and digits";
            return false;
        }

        if (chip.Text == "UNKNOWN")
        {
            problem = "the decoder did not recognise who it saw";
            return false;
        }

        if (!TryTime(value.TimeText, times, out var micros, out problem))
        {
            return false;
        }

        read = new DecodedRead(chip.Text, micros, 0, value.Antenna);
        return true;
    }

    /// <summary>A time in any of the formats.</summary>
    public static bool TryTime(string text, DeviceTimes times, out long micros, out string problem)
    {
        (micros, problem) = (0, "the time has none of the formats normal, iso, unix and msecs");
        if (text.Length is 0 or > 40)
        {
            return false;
        }

        if (text.Length > 10 && text[10] is 'T' or ' ')
        {
            return TryIso(text, times, ref micros, ref problem);
        }

        if (text.Contains(':', StringComparison.Ordinal))
        {
            return ClockText.TryTimeOfDay(text, out var ofDay) && times.TryTimeOfDay(ofDay, out micros, out problem);
        }

        return TryNumber(text, times, ref micros, ref problem);
    }

    private static bool TryIso(string text, DeviceTimes times, ref long micros, ref string problem)
    {
        var zoneAt = text.AsSpan(11).IndexOfAny('Z', '+', '-');
        if (zoneAt >= 0)
        {
            var isTold = DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var told) && told.Year is >= 1970 and <= 2200;
            (micros, problem) = isTold ? (Instant.From(told).Micros, "") : (0, problem);
            return isTold;
        }

        return ClockText.TryDate(text.AsSpan(0, 10), out var date) && ClockText.TryTimeOfDay(text.AsSpan(11), out var ofDay)
            && times.TryLocal(date, ofDay, out micros, out problem);
    }

    /// <summary>No day has so many milliseconds as there were seconds since 1970 in any race.</summary>
    private static bool TryNumber(string text, DeviceTimes times, ref long micros, ref string problem)
    {
        var point = text.IndexOf('.', StringComparison.Ordinal);
        if (!ClockText.TryDigits(point < 0 ? text : text.AsSpan(0, point), out var whole) || !ClockText.TryDecimals(point < 0 ? "" : text.AsSpan(point), out var decimals))
        {
            return false;
        }

        if (whole < MillisPerDay)
        {
            return times.TryTimeOfDay((whole * 1_000) + (decimals / 1_000), out micros, out problem);
        }

        if (whole > MaxUnixSeconds)
        {
            return false;
        }

        (micros, problem) = ((whole * 1_000_000) + decimals, "");
        return true;
    }
}
