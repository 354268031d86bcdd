using System.Globalization;
using RaceSystem.Kernel;
using RaceSystem.Timing.Protocols.Clocks;

namespace RaceSystem.Timing.Protocols.Ultra;

/// <summary>
/// Reads the lines of RFID Timing's Ultra and Joey:
/// <c>0,chip,seconds since 1980-01-01 local,ms,port,RSSI,1 if rewound,reader,box,MTB start,?,log id</c> for reads (chip 0 on
/// port 0 is the start button), <c>h:m:s d-M-yyyy (…)</c> for the time, and words for the rest; and of its files
/// <c>port,chip,bib,"[date ]time",reader,port</c> and <c>chip TAB [date ]time[ TAB reader TAB port]</c>.
/// </summary>
internal static class UltraParser
{
    /// <summary>Seconds from 1970-01-01 to 1980-01-01.</summary>
    public const long Epoch = 315_532_800;

    private const int LiveFields = 12;
    private const int PortsPerReader = 4;
    private const int MaxFileFields = 8;

    /// <summary>Reads a line; false with what is wrong otherwise.</summary>
    public static bool TryParse(ReadOnlySpan<char> line, out UltraLine parsed, out string problem)
    {
        (parsed, problem) = (new UltraLine.Other(), "");
        if (IsWords(line))
        {
            return true;
        }

        if (TryClock(line, out var wall))
        {
            parsed = new UltraLine.Clock(wall);
            return true;
        }

        Span<Range> fields = stackalloc Range[LiveFields + 1];
        if (line.Contains('\t'))
        {
            return TryTabs(line, out parsed, out problem);
        }

        var count = line.Split(fields, ',', StringSplitOptions.TrimEntries);
        problem = "a read has 12 fields, in a file 4 to 8 with the time as fourth, or chip and time with a tab between them";
        return count == LiveFields ? TryLive(line, fields, out parsed, ref problem)
            : count is >= 4 and <= MaxFileFields && TryFile(line, fields[..count], out parsed, ref problem);
    }

    /// <summary>Greeting, voltage, state, settings (their number is a control character or punctuation).</summary>
    private static bool IsWords(ReadOnlySpan<char> line) =>
        line.StartsWith("Connected", StringComparison.Ordinal) || line.StartsWith("1,Connected", StringComparison.Ordinal)
        || line.StartsWith("V=", StringComparison.Ordinal) || line.StartsWith("S=", StringComparison.Ordinal)
        || (line.Length > 1 && line[0] is 'U' or 'u' && line[1] < ',' && (line[1] != '\t' || line.Length <= 4));

    private static bool TryClock(ReadOnlySpan<char> line, out long wall)
    {
        wall = 0;
        Span<Range> parts = stackalloc Range[4];
        var count = line.Split(parts, ' ', StringSplitOptions.RemoveEmptyEntries);
        if (count is < 2 or > 3 || !WallText.TryTimeOfDay(line[parts[0]], out var micros) || !WallText.TryDate(line[parts[1]], dayFirst: true, out var date))
        {
            return false;
        }

        wall = WallText.Of(date, micros);
        return true;
    }

    private static bool TryLive(ReadOnlySpan<char> line, ReadOnlySpan<Range> fields, out UltraLine parsed, ref string problem)
    {
        parsed = new UltraLine.Other();
        var chip = line[fields[1]];
        var box = line[fields[8]];
        if (line[fields[0]] is not ("0" or "1")
            || !TryNumber(line[fields[2]], uint.MaxValue, out var seconds) || !TryNumber(line[fields[3]], 999, out var millis)
            || !TryNumber(line[fields[4]], 255, out var port) || !TryRssi(line[fields[5]], out var rssi) || line[fields[6]] is not ("0" or "1")
            || !TryNumber(line[fields[7]], 255, out var reader) || box.Length > 16 || !TryNumber(line[fields[11]], uint.MaxValue, out var logId))
        {
            problem = "a field of the read is no number, or out of range";
            return false;
        }

        var time = new UltraTime(((Epoch + seconds) * Instant.MicrosPerSecond) + (millis * 1_000), HasDate: true);
        var isRewound = line[fields[6]] is "1";
        var id = box.Trim('0').IsEmpty ? "" : box.ToString();
        if (chip is "0" && port == 0)
        {
            parsed = new UltraLine.Gun(time, isRewound, id, logId);
            return true;
        }

        return TryRead(chip, time, rssi, Antenna(reader, port), isRewound, id, logId, out parsed, ref problem);
    }

    private static bool TryFile(ReadOnlySpan<char> line, ReadOnlySpan<Range> fields, out UltraLine parsed, ref string problem)
    {
        parsed = new UltraLine.Other();
        if (!TryTime(line[fields[3]].Trim('"'), out var time) || !TryNumber(line[fields[0]], 255, out var port))
        {
            problem = "the fourth field must be a time, the first a port";
            return false;
        }

        long reader = 1;
        if ((fields.Length > 4 && !TryNumber(line[fields[4]], 255, out reader)) || (fields.Length > 5 && !TryNumber(line[fields[5]], 255, out port)))
        {
            problem = "reader and port must be numbers";
            return false;
        }

        if (line[fields[1]] is "0" && line[fields[0]] is "0")
        {
            parsed = new UltraLine.Gun(time, false, "", 0);
            return true;
        }

        return TryRead(line[fields[1]], time, 0, Antenna(reader, port), false, "", 0, out parsed, ref problem);
    }

    private static bool TryTabs(ReadOnlySpan<char> line, out UltraLine parsed, out string problem)
    {
        parsed = new UltraLine.Other();
        problem = "a line with tabs holds chip, time, and then at most reader and port";
        Span<Range> fields = stackalloc Range[5];
        var count = line.Split(fields, '\t', StringSplitOptions.TrimEntries);
        long reader = 1, port = 0;
        return count is >= 2 and <= 4 && TryTime(line[fields[1]].Trim('"'), out var time)
            && (count < 3 || TryNumber(line[fields[2]], 255, out reader)) && (count < 4 || TryNumber(line[fields[3]], 255, out port))
            && TryRead(line[fields[0]], time, 0, count < 4 ? (ushort)0 : Antenna(reader, port), false, "", 0, out parsed, ref problem);
    }

    private static bool TryRead(
        ReadOnlySpan<char> chip, UltraTime time, short rssi, ushort antenna, bool isRewound, string box, long logId, out UltraLine parsed, ref string problem)
    {
        var isChip = ChipCode.TryParse(chip.ToString(), out var code);
        parsed = new UltraLine.Read(code.Text, time, rssi, antenna, isRewound, box, logId);
        problem = isChip ? "" : $"the chip must have 1 to {ChipCode.MaxLength} letters and digits";
        return isChip;
    }

    private static bool TryTime(ReadOnlySpan<char> text, out UltraTime time)
    {
        var hasDate = WallText.TryDateAndTime(text, dayFirst: false, out var micros);
        var isTime = hasDate || WallText.TryTimeOfDay(text, out micros);
        time = new UltraTime(micros, hasDate);
        return isTime;
    }

    private static ushort Antenna(long reader, long port) => (ushort)(reader == 2 && port is > 0 and <= PortsPerReader ? PortsPerReader + port : port);

    private static bool TryRssi(ReadOnlySpan<char> text, out short rssi)
    {
        rssi = 0;
        return text.IsEmpty || (short.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out rssi) && rssi is >= -1_000 and <= 1_000);
    }

    private static bool TryNumber(ReadOnlySpan<char> text, long most, out long value) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value <= most;
}
