using System.Globalization;
using RaceSystem.Kernel;
using RaceSystem.Registration.V1;

namespace RaceSystem.Racectl.Entries;

/// <summary>Turns one line into an entry; what is wrong goes to the list of problems. What only Registration can know (races, bibs in use) it says itself.</summary>
internal sealed class EntryRowReader(IReadOnlyDictionary<string, int> columns, List<Problem> problems)
{
    private readonly Dictionary<string, int> _lineOfBib = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _lineOfChip = new(StringComparer.Ordinal);
    private string[] _fields = [];
    private int _line;

    public ImportRow Read(string[] fields, int line)
    {
        _fields = fields;
        _line = line;
        var entry = new Entry
        {
            EntryId = IdOf(EntryColumns.EntryId, isRequired: false),
            RaceId = IdOf(EntryColumns.Race, isRequired: true),
            WaveId = IdOf(EntryColumns.Wave, isRequired: false),
            Bib = BibOf(),
            DivisionId = Text(EntryColumns.Division),
            Status = EntryStatus.Confirmed,
            Team = Text(EntryColumns.Team),
            Visibility = VisibilityOf(),
            Participant = new Participant
            {
                FamilyName = Text(EntryColumns.FamilyName),
                GivenName = Text(EntryColumns.GivenName),
                Sex = SexOf(EntryColumns.Sex, Text(EntryColumns.Sex)),
                BirthDate = BirthDateOf(),
                AgeOnRaceDay = AgeOf(EntryColumns.Age, Text(EntryColumns.Age)),
                Country = Text(EntryColumns.Country),
                Club = Text(EntryColumns.Club),
            },
        };
        entry.Chips.AddRange(ChipsOf());
        entry.Attributes.AddRange(AttributesOf());
        entry.RelayRunners.AddRange(RelayRunnersOf());
        return new ImportRow { Line = line, Entry = entry };
    }

    private string IdOf(string column, bool isRequired)
    {
        var text = Text(column);
        if ((text.Length > 0 || isRequired) && !Identifier.IsValid(text))
        {
            Complain(column, $"'{text}' is not an id: use 1 to {Identifier.MaxLength} lower-case letters, digits, '-' or '_'.");
        }

        return text;
    }

    private string BibOf()
    {
        var text = Text(EntryColumns.Bib);
        if (text.Length == 0)
        {
            return "";
        }

        if (!Bib.TryParse(text, out _))
        {
            Complain(EntryColumns.Bib, $"'{text}' is not a bib: use 1 to {Bib.MaxLength} letters, digits or '-'.");
        }
        else if (!_lineOfBib.TryAdd(text, _line))
        {
            Complain(EntryColumns.Bib, $"'{text}' is on line {_lineOfBib[text]} too.");
        }

        return text;
    }

    private List<string> ChipsOf()
    {
        var chips = new List<string>();
        foreach (var text in Text(EntryColumns.Chips).Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (!ChipCode.TryParse(text, out var chip))
            {
                Complain(EntryColumns.Chips, $"'{text}' is not a chip code: use 1 to {ChipCode.MaxLength} letters and digits; ';' separates codes.");
            }
            else if (!_lineOfChip.TryAdd(chip.Text, _line))
            {
                Complain(EntryColumns.Chips, $"'{chip.Text}' is on line {_lineOfChip[chip.Text]} too.");
            }
            else
            {
                chips.Add(chip.Text);
            }
        }

        return chips;
    }

    private IEnumerable<Registration.V1.Attribute> AttributesOf() =>
        from column in columns.Keys
        where column.StartsWith(EntryColumns.AttributePrefix, StringComparison.Ordinal)
        let value = Text(column)
        where value.Length > 0
        select new Registration.V1.Attribute { Key = column[EntryColumns.AttributePrefix.Length..], Value = value };

    private Visibility VisibilityOf()
    {
        var text = Text(EntryColumns.Visibility);
        switch (text)
        {
            case "": return Visibility.Unspecified;
            case "public": return Visibility.Public;
            case "anonymous": return Visibility.Anonymous;
            default:
                Complain(EntryColumns.Visibility, $"'{text}' is not known; use public, anonymous or nothing.");
                return Visibility.Unspecified;
        }
    }

    /// <summary>By leg, separated by ';': a name, then sex and age where they are known, as in <c>Kim, Sol|F|24; Pak, Yong</c>.</summary>
    private List<RelayRunner> RelayRunnersOf()
    {
        var runners = new List<RelayRunner>();
        foreach (var text in Text(EntryColumns.RelayRunners).Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = text.Split('|', StringSplitOptions.TrimEntries);
            if (parts.Length > 3)
            {
                Complain(EntryColumns.RelayRunners, $"'{text}' is not a runner such as Kim, Sol|F|24; ';' separates runners.");
                continue;
            }

            runners.Add(new RelayRunner
            {
                DisplayName = parts[0],
                Sex = SexOf(EntryColumns.RelayRunners, parts.ElementAtOrDefault(1) ?? ""),
                Age = AgeOf(EntryColumns.RelayRunners, parts.ElementAtOrDefault(2) ?? ""),
            });
        }

        return runners;
    }

    private Sex SexOf(string column, string text)
    {
        switch (text.ToUpperInvariant())
        {
            case "": return Sex.Unspecified;
            case "M": return Sex.Male;
            case "F": return Sex.Female;
            case "X": return Sex.NonBinary;
            default:
                Complain(column, $"'{text}' is not known; use M, F, X or nothing.");
                return Sex.Unspecified;
        }
    }

    private string BirthDateOf()
    {
        var text = Text(EntryColumns.BirthDate);
        if (text.Length > 0 && !DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        {
            Complain(EntryColumns.BirthDate, $"'{text}' is not a date such as 1990-04-06.");
        }

        return text;
    }

    private int AgeOf(string column, string text)
    {
        if (text.Length == 0)
        {
            return 0;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var age) && age is >= 1 and <= 120)
        {
            return age;
        }

        Complain(column, $"'{text}' is not an age from 1 to 120.");
        return 0;
    }

    private string Text(string column) => columns.TryGetValue(column, out var index) ? _fields[index].Trim() : "";

    private void Complain(string column, string message) => problems.Add(new Problem(_line, column, message));
}
