using System.Globalization;
using System.Text.RegularExpressions;
using RaceSystem.Timing.Protocols.Clocks;
using RaceSystem.Timing.Protocols.Files;

namespace RaceSystem.Timing.Protocols.Impinj;

/// <summary>
/// Reads the lines that timing programs write about Impinj readers. Four forms are met:
/// <list type="bullet">
/// <item><c>reader,EPC,HHMMSS.ffffff,count,RSSI</c>, also with time and count exchanged: raw reads, and with the reader
/// <c>127.0.0.1</c> what the program chose of them, which repeats a raw read exactly.</item>
/// <item><c>reader,EPC,first,last,best,strength,phase,doppler,count,…</c>: a group of reads as it grows; each line is the read
/// at its last time, with the strength in tenths of -dBm. A line with the name of a method is the program's conclusion.</item>
/// <item><c>EPC,2016-09-11 09:15:34.305</c> and <c>EPC,Sat Feb 01 14:11:29.139089  2020-02-01</c>: exports.</item>
/// <item>headings, and a reader's line without EPC: its settings. They give no item.</item>
/// </list>
/// Times are local; those without a date count on over midnight.
/// </summary>
/// <param name="times">Zone and first day.</param>
/// <param name="settings">See <see cref="ImpinjFileFormat"/>.</param>
/// <param name="fileName">May hold the first day.</param>
internal sealed partial class ImpinjLogReader(DeviceTimes times, IReadOnlyDictionary<string, string> settings, string fileName)
{
    private const int ExportFields = 2;
    private const int ReadFields = 5;
    private const int GroupFields = 11;
    private const int MethodField = 10;
    private readonly string _epcDigits = settings.GetValueOrDefault("epc-digits", "24");
    private readonly LogClock _clock = new(times, times.Date ?? DayOf(settings.GetValueOrDefault("file", fileName)));

    /// <summary>The item of a line; null when it has none.</summary>
    public ReadFileItem? Read(int line, string text)
    {
        var fields = text.Split(',', StringSplitOptions.TrimEntries);
        if (IsHeading(fields) || (fields.Length > ReadFields && fields[1].Length == 0))
        {
            return null;
        }

        return fields.Length switch
        {
            ExportFields => TryExport(fields, out var read, out var problem) ? new ReadFileItem.Read(line, "", read) : new ReadFileItem.Rejected(line, "", problem, FileLine.Show(text)),
            ReadFields => TryRead(fields, out var read, out var problem) ? new ReadFileItem.Read(line, "", read) : new ReadFileItem.Rejected(line, "", problem, FileLine.Show(text)),
            >= GroupFields when fields[MethodField].Length > 0 => null,
            >= GroupFields => TryGroup(fields, out var read, out var problem) ? new ReadFileItem.Read(line, "", read) : new ReadFileItem.Rejected(line, "", problem, FileLine.Show(text)),
            _ => new ReadFileItem.Rejected(line, "", "neither JSON nor a line of a reader's log", FileLine.Show(text)),
        };
    }

    /// <summary>Words where the lines below have an EPC: no letter of "EPC" or "Tag" begins a hex code of that length.</summary>
    private static bool IsHeading(string[] fields) =>
        fields is ["s"] || fields.Take(2).Any(field => field.Equals("EPC", StringComparison.OrdinalIgnoreCase) || field.StartsWith("Tag", StringComparison.OrdinalIgnoreCase));

    private bool TryRead(string[] fields, out DecodedRead read, out string problem)
    {
        read = default;
        if (!Epc.TryParse(fields[1], out var chip, out problem))
        {
            return false;
        }

        if (_epcDigits != "any" && fields[1].Length.ToString(CultureInfo.InvariantCulture) != _epcDigits)
        {
            problem = $"the EPC has {fields[1].Length} hex digits, not the {_epcDigits} of this race's tags: epc-digits=any takes them too";
            return false;
        }

        var time = fields[2].Contains('.', StringComparison.Ordinal) ? fields[2] : fields[3];
        if (!short.TryParse(fields[4], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var rssi))
        {
            problem = "the signal strength is no whole number";
            return false;
        }

        return TryMake(chip, time, Signal.Rssi(rssi), 0, out read, out problem);
    }

    private bool TryGroup(string[] fields, out DecodedRead read, out string problem)
    {
        read = default;
        if (!Epc.TryParse(fields[1], out var chip, out problem))
        {
            return false;
        }

        if (!int.TryParse(fields[5], NumberStyles.None, CultureInfo.InvariantCulture, out var tenths) || !ushort.TryParse(fields[0], NumberStyles.None, CultureInfo.InvariantCulture, out var port))
        {
            problem = "reader or signal strength is no whole number";
            return false;
        }

        return TryMake(chip, fields[3], Signal.Rssi(-(tenths + 5L) / 10), port, out read, out problem);
    }

    private bool TryMake(string chip, string time, short rssi, ushort antenna, out DecodedRead read, out string problem)
    {
        var isTime = LogClock.TryTimeOfDay(time, out var microsOfDay);
        problem = "the time is not as in 132701.940119";
        long micros = 0;
        var valid = isTime && _clock.TryMicros(microsOfDay, out micros, out problem);
        read = valid ? new DecodedRead(chip, micros, rssi, antenna) : default;
        return valid;
    }

    private bool TryExport(string[] fields, out DecodedRead read, out string problem)
    {
        read = default;
        if (!Epc.TryParse(fields[0].Replace(" ", "", StringComparison.Ordinal), out var chip, out problem))
        {
            return false;
        }

        var named = NamedDay().Match(fields[1]);
        var time = named.Success ? $"{named.Groups["day"].ValueSpan} {named.Groups["time"].ValueSpan}" : fields[1].Replace('/', '-');
        if (!IsoTime.TryParse(time, times, out var micros, out problem))
        {
            return false;
        }

        read = new DecodedRead(chip, micros);
        return true;
    }

    private static DateOnly? DayOf(string name)
    {
        var match = DayInName().Match(name);
        return match.Success && DateOnly.TryParseExact(match.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
    }

    [GeneratedRegex(@"\d{4}-\d{2}-\d{2}", RegexOptions.None, 1000)]
    private static partial Regex DayInName();

    [GeneratedRegex(@"^[A-Za-z]{3} [A-Za-z]{3} [ \d]\d (?<time>\d\d:\d\d:\d\d(\.\d+)?) +(?<day>\d{4}-\d{2}-\d{2})$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NamedDay();
}
