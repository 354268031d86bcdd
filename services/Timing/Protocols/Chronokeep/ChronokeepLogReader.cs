using System.Globalization;
using System.Text;
using RaceSystem.Kernel;
using RaceSystem.Timing.Protocols.Clocks;
using RaceSystem.Timing.Protocols.Files;

namespace RaceSystem.Timing.Protocols.Chronokeep;

/// <summary>
/// Reads the log that Chronokeep's desktop program writes: CSV with a heading. Its <c>seconds</c> count from 1980-01-01 00:00
/// on the local clock and are as they came; <c>time_seconds</c>, which the operator may have shifted, is not used. A line of
/// type 1, or with a bib in place of a chip, was typed in and is rejected.
/// </summary>
/// <param name="times">Zone.</param>
internal sealed class ChronokeepLogReader(DeviceTimes times)
{
    private const long EpochSeconds = 315_532_800;
    private const long LastSeconds = 6_000_000_000;
    private const string NoChip = "-1";
    private static readonly string[] Usual =
    [
        "status", "chip_number", "seconds", "milliseconds", "time_seconds", "time_milliseconds", "antenna", "reader", "box", "log_index", "rssi",
        "is_rewind", "reader_time", "start_time", "read_bib", "type",
    ];

    private string[] _columns = Usual;

    /// <summary>The item of a line; null for the heading.</summary>
    public ReadFileItem? Read(int line, string text)
    {
        var fields = Split(text);
        if (fields.Contains("chip_number", StringComparer.Ordinal))
        {
            _columns = [.. fields];
            return null;
        }

        return TryRead(fields, out var read, out var problem)
            ? new ReadFileItem.Read(line, Field(fields, "reader"), read)
            : new ReadFileItem.Rejected(line, "", problem, FileLine.Show(text));
    }

    private bool TryRead(List<string> fields, out DecodedRead read, out string problem)
    {
        read = default;
        if (fields.Count < _columns.Length)
        {
            problem = $"neither JSON nor a line of {_columns.Length} fields";
            return false;
        }

        problem = Field(fields, "type") is "1" ? PortalRead.IsTyped : Field(fields, "chip_number") == NoChip ? PortalRead.IsBib : "";
        if (problem.Length > 0)
        {
            return false;
        }

        if (!ChipCode.TryParse(Field(fields, "chip_number"), out var chip))
        {
            problem = "chip_number is no chip code";
            return false;
        }

        if (!TryNumber(fields, "seconds", LastSeconds, out var seconds) || !TryNumber(fields, "milliseconds", 999, out var milliseconds))
        {
            problem = "seconds or milliseconds is out of range";
            return false;
        }

        var wall = ((seconds + EpochSeconds) * Instant.MicrosPerSecond) + (milliseconds * 1_000);
        if (!WallTime.TryResolve(times, wall, out var micros, out problem))
        {
            return false;
        }

        _ = long.TryParse(Field(fields, "rssi"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var rssi);
        _ = TryNumber(fields, "antenna", ushort.MaxValue, out var antenna);
        read = new DecodedRead(chip.Text, micros, Signal.Rssi(rssi), Signal.Antenna(antenna));
        return true;
    }

    private bool TryNumber(List<string> fields, string column, long largest, out long number) =>
        long.TryParse(Field(fields, column), NumberStyles.None, CultureInfo.InvariantCulture, out number) && number <= largest;

    private string Field(List<string> fields, string column)
    {
        const int MaxLength = 100;
        var index = Array.IndexOf(_columns, column);
        var field = index < 0 || index >= fields.Count ? "" : fields[index];
        return field[..Math.Min(field.Length, MaxLength)];
    }

    private static List<string> Split(string text)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        foreach (var character in text)
        {
            if (character == '"')
            {
                quoted = !quoted;
            }
            else if (character == ',' && !quoted)
            {
                fields.Add(field.ToString().Trim());
                field.Clear();
            }
            else
            {
                field.Append(character);
            }
        }

        fields.Add(field.ToString().Trim());
        return fields;
    }
}
