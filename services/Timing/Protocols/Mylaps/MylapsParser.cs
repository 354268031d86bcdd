using System.Buffers;
using System.Globalization;
using RaceSystem.Kernel;
using RaceSystem.Timing.Protocols.Clocks;

namespace RaceSystem.Timing.Protocols.Mylaps;

/// <summary>
/// Reads records. Version 1 has a fixed layout (the maker calls it ReadLite): chip 7, time of day 12 with leading blanks,
/// device 2, reader 2, antenna mask 1 (hex), lap 3, sequence 4 (hex), date yyMMdd, checksum 2 (hex): the sum of the 37
/// characters before it, modulo 256. Version 2 has fields. Source: MYLAPS T&amp;S TCP-IP V2 Protocol Documentation 2021.1.
/// </summary>
public static class MylapsParser
{
    private const int RecordLength = 39;
    private const int ChipLength = 7;
    private const int TimeEnd = ChipLength + 12;
    private const int AntennaAt = TimeEnd + 4;
    private const int TailLength = 8;
    private const int LongestVariant = 80;
    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create(" 0123456789ABCDEFabcdef");
    private const long EarliestEpochMillis = 315_532_800_000; // 1980-01-01

    /// <summary>
    /// A record of version 1. Of another width (older versions, or text in which blanks were lost) chip, time and date are
    /// taken from its ends, and the checksum, which was made over another layout, is not held against it.
    /// </summary>
    public static bool TryStore(string record, DeviceTimes times, out DecodedRead read, out string problem)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(times);
        read = default;
        if (record.Length is < TimeEnd + TailLength or > LongestVariant)
        {
            problem = $"a record has {RecordLength} characters, not {record.Length}";
            return false;
        }

        var middle = record.AsSpan(TimeEnd, record.Length - TimeEnd - TailLength);
        var tail = record.AsSpan(record.Length - TailLength);
        if (middle.ContainsAnyExcept(NumberCharacters) || !byte.TryParse(tail[6..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var checksum))
        {
            problem = "the record has other characters than digits where its numbers are";
            return false;
        }

        var sum = Checksum(record.AsSpan(0, record.Length - 2));
        if (record.Length == RecordLength && sum != checksum)
        {
            problem = $"the checksum is {sum:X2}, the record says {checksum:X2}";
            return false;
        }

        if (!ChipCode.TryParse(record[..ChipLength], out var chip))
        {
            problem = "the chip code has other characters than letters and digits";
            return false;
        }

        if (!ClockText.TryTimeOfDay(record.AsSpan(ChipLength, 12).TrimStart(), out var ofDay) || !ClockText.TryShortDate(tail[..6], out var date))
        {
            problem = "the record has no time of day or no date";
            return false;
        }

        if (!times.TryLocal(date, ofDay, out var micros, out problem))
        {
            return false;
        }

        read = new DecodedRead(chip.Text, micros, 0, record.Length == RecordLength ? AntennaOfMask(record.AsSpan(AntennaAt, 1), 16) : (ushort)0);
        return true;
    }

    /// <summary>A record of version 2.</summary>
    public static bool TryPassing(string record, DeviceTimes times, out DecodedRead read, out string problem)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(times);
        read = default;
        var fields = MylapsFields.Parse(record);
        if (!ChipCode.TryParse(fields.GetValueOrDefault("c"), out var chip))
        {
            problem = "the passing has no chip code (c=)";
            return false;
        }

        if (!TryTime(fields, times, out var micros, out problem))
        {
            return false;
        }

        var dbm = MylapsFields.Number(fields, "amd") is { } number and > short.MinValue and < short.MaxValue ? (short)Math.Round(number) : (short)0;
        read = new DecodedRead(chip.Text, micros, dbm, Antenna(fields));
        return true;
    }

    /// <summary>A marker of either version: <c>time|type|name</c>, or fields t, mt, n.</summary>
    public static bool TryMarker(string record, DeviceTimes times, out DecodedMarker marker, out string problem)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(times);
        marker = default;
        var fields = MylapsFields.Parse(record);
        var parts = record.Split('|', 3);
        var isOld = !fields.ContainsKey("t");
        var time = isOld ? parts[0].Trim() : fields["t"];
        var type = isOld ? parts.ElementAtOrDefault(1)?.Trim() ?? "" : fields.GetValueOrDefault("mt", "");
        var name = isOld ? parts.ElementAtOrDefault(2)?.Trim() ?? "" : fields.GetValueOrDefault("n", "");
        if (!TryText(time, fields.GetValueOrDefault("d"), times, out var micros, out problem))
        {
            return false;
        }

        var isGun = type.Contains("gun", StringComparison.OrdinalIgnoreCase);
        var words = name.Length > 0 ? name : type;
        marker = new DecodedMarker(micros, isGun ? MarkerKind.Gun : MarkerKind.Other, words[..Math.Min(words.Length, 100)]);
        return true;
    }

    /// <summary>The sum of the characters, modulo 256.</summary>
    public static byte Checksum(ReadOnlySpan<char> text)
    {
        var sum = 0;
        foreach (var character in text)
        {
            sum += character;
        }

        return (byte)(sum & 0xFF);
    }

    private static bool TryTime(Dictionary<string, string> fields, DeviceTimes times, out long micros, out string problem)
    {
        // A moment in UTC needs no zone: it comes before the local time when both are told.
        if (fields.TryGetValue("utc", out var utc) && ClockText.TryDigits(utc, out var millis) && millis is > EarliestEpochMillis and < 100_000_000_000_000)
        {
            (micros, problem) = (millis * 1_000, "");
            return true;
        }

        return TryText(fields.GetValueOrDefault("t", ""), fields.GetValueOrDefault("d"), times, out micros, out problem);
    }

    private static bool TryText(string text, string? shortDate, DeviceTimes times, out long micros, out string problem)
    {
        micros = 0;
        var blank = text.IndexOfAny([' ', 'T']);
        if (!ClockText.TryTimeOfDay(text.AsSpan(blank + 1), out var ofDay))
        {
            problem = "the record has no time of day";
            return false;
        }

        if (blank > 0)
        {
            problem = "the record's date is none";
            return ClockText.TryDate(text.AsSpan(0, blank), out var longDate) && times.TryLocal(longDate, ofDay, out micros, out problem);
        }

        if (string.IsNullOrEmpty(shortDate))
        {
            return times.TryTimeOfDay(ofDay, out micros, out problem);
        }

        problem = "the record's date is none";
        return ClockText.TryShortDate(shortDate, out var date) && times.TryLocal(date, ofDay, out micros, out problem);
    }

    private static ushort Antenna(Dictionary<string, string> fields)
    {
        var text = fields.GetValueOrDefault("ans") ?? fields.GetValueOrDefault("an", "");
        if (text.Length == 8 && text.AsSpan().IndexOfAnyExcept('0', '1') < 0)
        {
            return AntennaOfMask(text, 2);
        }

        return ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var antenna) ? antenna : (ushort)0;
    }

    /// <summary>The antenna when the mask names one; 0 when it names several, for then it is not told which was the strongest.</summary>
    private static ushort AntennaOfMask(ReadOnlySpan<char> digits, int radix)
    {
        var mask = 0;
        foreach (var digit in digits)
        {
            mask = (mask * radix) + (char.IsAsciiHexDigit(digit) ? Convert.ToInt32(digit.ToString(), 16) : 0);
        }

        return (ushort)(System.Numerics.BitOperations.IsPow2(mask) ? System.Numerics.BitOperations.Log2((uint)mask) + 1 : 0);
    }
}
