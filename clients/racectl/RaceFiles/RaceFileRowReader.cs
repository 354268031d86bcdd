using System.Globalization;
using RaceSystem.Kernel;
using RaceSystem.Registration.V1;

namespace RaceSystem.Racectl.RaceFiles;

/// <summary>Turns the fields of one line into a row; what is wrong goes to the list of problems.</summary>
internal sealed class RaceFileRowReader(RaceFileColumns columns, List<Problem> problems)
{
    /// <summary>Longest time in seconds: ten days.</summary>
    private const long MaxSeconds = 864_000;

    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
    private string[] _fields = [];
    private int _line;

    public RaceFileRow Read(string[] fields, int line, int number)
    {
        _fields = fields;
        _line = line;
        return new RaceFileRow
        {
            Number = number,
            Line = line,
            Bib = BibOf(number),
            Status = StatusOf(),
            Sex = SexOf(),
            Age = AgeOf(),
            Country = Shared("country"),
            Division = Shared("division"),
            StartOffset = Seconds("start_offset_s", least: -MaxSeconds),
            Official = Seconds("official_time_s"),
            Gun = Seconds("gun_time_s"),
            Net = Seconds("net_time_s"),
            PlaceOverall = Place("place_overall"),
            PlaceBySex = Place("place_sex"),
            PlaceByDivision = Place("place_division"),
            Splits = [.. columns.Splits.Select(split => Seconds(split.Name, least: -MaxSeconds))],
            SplitPlaces = [.. columns.Splits.Select(split => Place("place_" + split.SplitId))],
        };
    }

    private string BibOf(int number)
    {
        var text = Text("bib");
        if (text.Length == 0)
        {
            return number.ToString(CultureInfo.InvariantCulture);
        }

        if (!Bib.TryParse(text, out var bib))
        {
            Complain("bib", $"'{text}' is not a bib: use 1 to {Bib.MaxLength} letters, digits or '-'.");
        }

        return bib.Text ?? text;
    }

    private RaceFileStatus StatusOf()
    {
        var text = Text("status");
        switch (text)
        {
            case "FIN": return RaceFileStatus.Finished;
            case "DNF": return RaceFileStatus.Dnf;
            case "DNS": return RaceFileStatus.Dns;
            case "REG": return RaceFileStatus.Registered;
            default:
                Complain("status", $"'{text}' is not known; use FIN, DNF, DNS or REG.");
                return RaceFileStatus.Registered;
        }
    }

    private Sex SexOf()
    {
        var text = Text("sex");
        switch (text)
        {
            case "": return Sex.Unspecified;
            case "M": return Sex.Male;
            case "F": return Sex.Female;
            case "X": return Sex.NonBinary;
            default:
                Complain("sex", $"'{text}' is not known; use M, F, X or nothing.");
                return Sex.Unspecified;
        }
    }

    // Published ages hold zeros and years of birth; a runner is not dropped for one, his age counts as unknown.
    private int AgeOf() => Number("age") is { } age and >= 1 and <= 120 ? (int)age : 0;

    // Published splits and offsets hold negative times, errors of their source; they are replayed as they are.
    private long? Seconds(string column, long least = 0)
    {
        var value = Number(column);
        if (value < least || value > MaxSeconds)
        {
            Complain(column, $"{value} is outside of {least} to {MaxSeconds} seconds.");
            return null;
        }

        return value;
    }

    private int? Place(string column)
    {
        var value = Number(column);
        if (value is <= 0 or > int.MaxValue)
        {
            Complain(column, $"{value} is not a place.");
            return null;
        }

        return (int?)value;
    }

    private long? Number(string column)
    {
        var text = Text(column);
        if (text.Length == 0)
        {
            return null;
        }

        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            && decimal.Truncate(value) == value && Math.Abs(value) < long.MaxValue)
        {
            return (long)value;
        }

        Complain(column, $"'{text}' is not a whole number.");
        return null;
    }

    private string Shared(string column)
    {
        var text = Text(column);
        return _texts.TryGetValue(text, out var known) ? known : _texts[text] = text;
    }

    private string Text(string column)
    {
        var index = columns.Of(column);
        return index >= 0 && index < _fields.Length ? _fields[index].Trim() : "";
    }

    private void Complain(string column, string message) => problems.Add(new Problem(_line, column, message));
}
