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
            Participant = new Participant
            {
                FamilyName = Text(EntryColumns.FamilyName),
                GivenName = Text(EntryColumns.GivenName),
                Sex = SexOf(),
                BirthDate = BirthDateOf(),
                AgeOnRaceDay = AgeOf(),
                Country = Text(EntryColumns.Country),
                Club = Text(EntryColumns.Club),
            },
        };
        entry.Chips.AddRange(ChipsOf());
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

    private Sex SexOf()
    {
        var text = Text(EntryColumns.Sex);
        switch (text.ToUpperInvariant())
        {
            case "": return Sex.Unspecified;
            case "M": return Sex.Male;
            case "F": return Sex.Female;
            case "X": return Sex.NonBinary;
            default:
                Complain(EntryColumns.Sex, $"'{text}' is not known; use M, F, X or nothing.");
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

    private int AgeOf()
    {
        var text = Text(EntryColumns.Age);
        if (text.Length == 0)
        {
            return 0;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var age) && age is >= 1 and <= 120)
        {
            return age;
        }

        Complain(EntryColumns.Age, $"'{text}' is not an age from 1 to 120.");
        return 0;
    }

    private string Text(string column) => columns.TryGetValue(column, out var index) ? _fields[index].Trim() : "";

    private void Complain(string column, string message) => problems.Add(new Problem(_line, column, message));
}
