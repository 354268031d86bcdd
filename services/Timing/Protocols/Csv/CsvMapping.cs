using System.Globalization;

namespace RaceSystem.Timing.Protocols.Csv;

/// <summary>What is declared of a CSV file or stream; immutable. The settings are documented at <see cref="CsvProtocol"/>.</summary>
internal sealed class CsvMapping
{
    private const string Automatic = "auto";

    /// <summary>Names by which a header is recognised where nothing is declared.</summary>
    private static readonly (string Setting, string[] Names)[] KnownNames =
    [
        ("chip", ["chip", "chip_code", "chipcode", "tag", "tag_id", "tagid", "epc", "transponder", "chip_number"]),
        ("bib", ["bib", "bib_number", "number", "start_number"]),
        ("time", ["time", "timestamp", "datetime", "date_time", "read_time", "time_of_day"]),
        ("date", ["date"]),
        ("rssi", ["rssi", "peak_rssi", "rssi_dbm"]),
        ("antenna", ["antenna", "port", "ant", "antenna_port"]),
        ("location", ["location", "point", "timing_point"]),
    ];

    private readonly Dictionary<string, string> _declared;
    private readonly string _header;
    private readonly char? _delimiter;

    /// <summary>Reads the settings.</summary>
    /// <param name="settings">As documented.</param>
    /// <param name="isFile">Whether headers are recognised and times may be local when nothing is declared.</param>
    /// <exception cref="DecoderProtocolException">A setting makes no sense.</exception>
    public CsvMapping(IReadOnlyDictionary<string, string> settings, bool isFile)
    {
        _declared = KnownNames.Select(known => known.Setting).Where(settings.ContainsKey)
            .ToDictionary(name => name, name => settings[name].Trim(), StringComparer.Ordinal);
        _delimiter = Delimiter(settings.GetValueOrDefault("delimiter", isFile ? Automatic : ","));
        _header = settings.GetValueOrDefault("header", isFile ? Automatic : UsesNames ? "yes" : "no");
        Require(_header is "yes" or "no" or Automatic, "header", _header, "yes, no or auto");
        Require(!UsesNames || _header != "no", "header", _header, "yes, since columns are declared by name");
        Require(_declared.Count == 0 || UsesNames || Declared().AreEnough, "chip", "", "a column, as time must be");
        var format = Format(settings.GetValueOrDefault("time-format", isFile ? Automatic : "zoned"));
        Times = new CsvTimes(format, DayFirst(settings.GetValueOrDefault("date-order", "ymd")));
    }

    /// <summary>Reads its times.</summary>
    public CsvTimes Times { get; }

    /// <summary>Whether nothing is declared of the columns: then a line has two to four fields.</summary>
    public bool IsUndeclared => _declared.Count == 0;

    private bool UsesNames => _declared.Values.Any(value => !IsPosition(value));

    /// <summary>The declared delimiter, or the one that the first line has.</summary>
    public char DelimiterOf(string line)
    {
        if (_delimiter is { } declared)
        {
            return declared;
        }

        foreach (var candidate in ";,\t|")
        {
            if (line.Contains(candidate, StringComparison.Ordinal))
            {
                return candidate;
            }
        }

        return ',';
    }

    /// <summary>Columns by the first line; whether that line is a header and no read.</summary>
    public (CsvColumns Columns, bool IsHeader) Begin(IReadOnlyList<string> first)
    {
        if (_header == "no" || (_header == Automatic && !UsesNames && !IsRecognised(first)))
        {
            return (Declared(), false);
        }

        var named = new CsvColumns(In("chip"), In("bib"), In("time"), In("date"), In("rssi"), In("antenna"), In("location"));
        if (!named.AreEnough)
        {
            throw new DecoderProtocolException("The header names no column for the chip (or bib) and the time: declare them with the settings chip and time.");
        }

        return (named, true);

        int In(string setting) => Position(first, setting);
    }

    private static bool IsPosition(string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var position) && position is >= 1 and <= CsvFields.MaxFields;

    private static bool IsRecognised(IReadOnlyList<string> header) =>
        (IndexOf(header, Names("chip")) >= 0 || IndexOf(header, Names("bib")) >= 0) && IndexOf(header, Names("time")) >= 0;

    private static string[] Names(string setting) => KnownNames.First(known => known.Setting == setting).Names;

    private int Position(IReadOnlyList<string> header, string setting)
    {
        if (_declared.TryGetValue(setting, out var declared))
        {
            var position = IsPosition(declared) ? int.Parse(declared, CultureInfo.InvariantCulture) - 1 : IndexOf(header, [declared]);
            return position >= 0 ? position : throw new DecoderProtocolException($"The header has no column {declared}, which the setting {setting} names.");
        }

        return IsUndeclared ? IndexOf(header, Names(setting)) : -1;
    }

    private static int IndexOf(IReadOnlyList<string> header, string[] names)
    {
        for (var index = 0; index < header.Count; index++)
        {
            var name = header[index].Replace(' ', '_').Replace('-', '_');
            if (names.Contains(name, StringComparer.OrdinalIgnoreCase) || names.Contains(header[index], StringComparer.OrdinalIgnoreCase))
            {
                return index;
            }
        }

        return -1;
    }

    private CsvColumns Declared() =>
        IsUndeclared ? CsvColumns.Usual : new(At("chip"), At("bib"), At("time"), At("date"), At("rssi"), At("antenna"), At("location"));

    private int At(string setting) =>
        _declared.TryGetValue(setting, out var value) && IsPosition(value) ? int.Parse(value, CultureInfo.InvariantCulture) - 1 : -1;

    private static char? Delimiter(string value) => value switch
    {
        Automatic => null,
        "tab" or "\\t" => '\t',
        "space" => ' ',
        "comma" => ',',
        "semicolon" => ';',
        _ when value.Length == 1 && value[0] is not ('"' or '\r' or '\n') && !char.IsAsciiLetterOrDigit(value[0]) => value[0],
        _ => throw Wrong("delimiter", value, "one character, tab, space or auto"),
    };

    private static CsvTimeFormat Format(string value) => value switch
    {
        Automatic => CsvTimeFormat.Auto,
        "zoned" => CsvTimeFormat.Zoned,
        "iso" => CsvTimeFormat.Iso,
        "iso-local" => CsvTimeFormat.IsoLocal,
        "time-of-day" => CsvTimeFormat.TimeOfDay,
        "unix" => CsvTimeFormat.Unix,
        "unix-ms" => CsvTimeFormat.UnixMs,
        "unix-us" => CsvTimeFormat.UnixUs,
        "log" => CsvTimeFormat.Log,
        _ => throw Wrong("time-format", value, "auto, zoned, iso, iso-local, time-of-day, unix, unix-ms, unix-us or log"),
    };

    private static bool DayFirst(string value)
    {
        Require(value is "ymd" or "dmy", "date-order", value, "ymd or dmy");
        return value == "dmy";
    }

    private static void Require(bool condition, string setting, string value, string allowed)
    {
        if (!condition)
        {
            throw Wrong(setting, value, allowed);
        }
    }

    private static DecoderProtocolException Wrong(string setting, string value, string allowed) =>
        new($"The setting {setting} is '{(value.Length > 50 ? value[..50] : value)}': it must be {allowed}.");
}
