using System.Globalization;
using RaceSystem.Kernel;
using RaceSystem.Timing.Protocols.Clocks;

namespace RaceSystem.Timing.Protocols.Csv;

/// <summary>
/// Reads the lines of one file or connection, of which the first may be a header. Not thread-safe.
/// </summary>
/// <param name="mapping">What is declared.</param>
/// <param name="times">Zone and date of local times.</param>
internal sealed class CsvParser(CsvMapping mapping, DeviceTimes times)
{
    private const int MaxLocationLength = 100;
    private readonly List<string> _fields = [];
    private CsvColumns? _columns;
    private char _delimiter;
    private bool _hasHeader;

    /// <summary>The read of a line, null for a header; false with what is wrong otherwise.</summary>
    /// <exception cref="DecoderProtocolException">The header does not fit the declaration.</exception>
    public bool TryParse(string line, out CsvRead? read, out string problem)
    {
        read = null;
        if (_columns is null)
        {
            _delimiter = mapping.DelimiterOf(line);
        }

        if (!CsvFields.TrySplit(line, _delimiter, _fields, out problem))
        {
            return false;
        }

        if (_columns is null)
        {
            (_columns, _hasHeader) = mapping.Begin(_fields);
            if (_hasHeader)
            {
                return true;
            }
        }

        if (mapping.IsUndeclared && !_hasHeader && _fields.Count is < 2 or > 4)
        {
            problem = "expected chip,time[,rssi[,antenna]]";
            return false;
        }

        return TryRead(_columns, out read, out problem);
    }

    private bool TryRead(CsvColumns columns, out CsvRead? read, out string problem)
    {
        read = null;
        var chip = Field(columns.Chip);
        if (!ChipCode.TryParse(chip.Length > 0 ? chip : Field(columns.Bib), out var code))
        {
            problem = $"the chip must have 1 to {ChipCode.MaxLength} letters and digits";
            return false;
        }

        var time = columns.Date >= 0 ? $"{Field(columns.Date)} {Field(columns.Time)}" : Field(columns.Time);
        if (!mapping.Times.TryParse(time, times, out var micros, out problem))
        {
            return false;
        }

        if (!TrySmall(Field(columns.Rssi), -1_000, 1_000, out var rssi) || !TrySmall(Field(columns.Antenna), 0, ushort.MaxValue, out var antenna))
        {
            problem = "rssi must be -1000 to 1000 dBm, antenna 0 to 65535";
            return false;
        }

        var location = Field(columns.Location);
        if (location.Length > MaxLocationLength)
        {
            problem = $"the location has at most {MaxLocationLength} characters";
            return false;
        }

        read = new CsvRead(location, new DecodedRead(code.Text, micros, (short)rssi, (ushort)antenna));
        problem = "";
        return true;
    }

    private string Field(int column) => column >= 0 && column < _fields.Count ? _fields[column] : "";

    /// <summary>A number, nothing for 0; decimals are rounded.</summary>
    private static bool TrySmall(string text, int min, int max, out int value)
    {
        value = 0;
        if (text.Length == 0)
        {
            return true;
        }

        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (text.Length > 12 || !decimal.TryParse(text, Style, CultureInfo.InvariantCulture, out var number) || number < min || number > max)
        {
            return false;
        }

        value = (int)Math.Round(number);
        return true;
    }
}
