using System.Globalization;
using RaceSystem.Kernel;
using RaceSystem.Registration.Core.Attributes;
using RaceSystem.Registration.Core.Meets;

namespace RaceSystem.Registration.Core.Entries;

/// <summary>
/// Makes an entry from what was sent. Gives an entry back in any case, with empty values where something is wrong, so
/// that an import can still see whom a bad row's bib and chips collide with.
/// </summary>
public static class EntryReading
{
    public static Entry Read(EntryDraft draft, MeetCatalog meet, Violations violations)
    {
        IdRule.Check(draft.EntryId, "entry_id", violations);
        var race = FindRace(draft, meet, violations);
        return new(
            draft.EntryId,
            draft.RaceId,
            ReadBib(draft.Bib, violations),
            ReadChips(draft.Chips, violations),
            ReadWave(draft, race, violations),
            ReadParticipant(draft, meet.Meet.RaceDay, violations),
            ReadDivision(draft, race, violations),
            ReadStatus(draft.Status, violations))
        {
            Attributes = AttributeReading.Read(draft.Attributes, violations),
            Team = TextRule.Read(draft.Team, EntryLimits.TeamLength, "team", violations),
            RelayRunners = RelayReading.Read(draft.RelayRunners, race, violations),
            Visibility = ReadVisibility(draft.Visibility, violations),
        };
    }

    private static RaceCatalog? FindRace(EntryDraft draft, MeetCatalog meet, Violations violations)
    {
        var race = meet.Find(draft.RaceId);
        if (race is null)
        {
            violations.Add("race_id", Reasons.RaceUnknown, $"'{Clip(draft.RaceId)}' is no race of meet '{meet.Meet.MeetId}'; it has {string.Join(", ", meet.Meet.Races.Take(10).Select(known => known.RaceId))}.");
        }

        return race;
    }

    private static string ReadBib(string text, Violations violations)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return "";
        }

        if (Bib.TryParse(text, out var bib))
        {
            return bib.Text;
        }

        violations.Add("bib", Reasons.BibInvalid, $"'{Clip(text)}' is not a bib: use 1 to {Bib.MaxLength} letters, digits or '-'.");
        return "";
    }

    private static ValueList<string> ReadChips(IReadOnlyList<string> texts, Violations violations)
    {
        if (texts.Count > EntryLimits.Chips)
        {
            violations.Add("chips", Reasons.ChipInvalid, $"has {texts.Count} chips; a runner wears at most {EntryLimits.Chips}.");
            return [];
        }

        if (texts.Count == 0)
        {
            return [];
        }

        var chips = new List<string>(texts.Count);
        for (var i = 0; i < texts.Count; i++)
        {
            if (!ChipCode.TryParse(texts[i], out var chip))
            {
                violations.Add($"chips[{i}]", Reasons.ChipInvalid, $"'{Clip(texts[i])}' is not a chip code: use 1 to {ChipCode.MaxLength} letters and digits.");
            }
            else if (chips.Contains(chip.Text))
            {
                violations.Add($"chips[{i}]", Reasons.DuplicateChip, $"'{chip}' is named twice by this entry; name it once.");
            }
            else
            {
                chips.Add(chip.Text);
            }
        }

        return ValueList.From(chips);
    }

    private static string ReadWave(EntryDraft draft, RaceCatalog? race, Violations violations)
    {
        if (draft.WaveId.Length > 0 && race?.HasWave(draft.WaveId) == false)
        {
            violations.Add("wave_id", Reasons.WaveUnknown, $"'{Clip(draft.WaveId)}' is no wave of race '{draft.RaceId}'; leave it out for the first wave.");
        }

        return draft.WaveId;
    }

    private static string ReadDivision(EntryDraft draft, RaceCatalog? race, Violations violations)
    {
        var division = draft.DivisionId.Trim();
        if (division.Length > 0 && race?.HasDivision(division) == false)
        {
            violations.Add("division_id", Reasons.DivisionUnknown, $"'{Clip(division)}' is no division of race '{draft.RaceId}'; leave it out to have it found by sex and age.");
        }

        return division;
    }

    private static EntryStatus ReadStatus(EntryStatus status, Violations violations)
    {
        if (!Enum.IsDefined(status))
        {
            violations.Add("status", Reasons.EnumInvalid, $"{(int)status} is not known to this version.");
        }

        return status == EntryStatus.Unspecified ? EntryStatus.Confirmed : status;
    }

    private static Visibility ReadVisibility(Visibility visibility, Violations violations)
    {
        if (!Enum.IsDefined(visibility))
        {
            violations.Add("visibility", Reasons.EnumInvalid, $"{(int)visibility} is not known to this version.");
        }

        if (visibility == Visibility.Erased)
        {
            violations.Add("visibility", Reasons.VisibilityInvalid, "cannot be set to erased; that is what EraseParticipant does, for good.");
        }

        return visibility == Visibility.Unspecified ? Visibility.Public : visibility;
    }

    private static Participant ReadParticipant(EntryDraft draft, DateOnly raceDay, Violations violations)
    {
        if (!Enum.IsDefined(draft.Sex))
        {
            violations.Add("participant.sex", Reasons.EnumInvalid, $"{(int)draft.Sex} is not known to this version; leave it out when it is unknown.");
        }

        if (draft.AgeOnRaceDay is < 0 or > EntryLimits.MaxAge)
        {
            violations.Add("participant.age_on_race_day", Reasons.AgeInvalid, $"is {draft.AgeOnRaceDay}; ages are 1 to {EntryLimits.MaxAge}, 0 means unknown.");
        }

        return new(
            TextRule.Read(draft.FamilyName, EntryLimits.NameLength, "participant.family_name", violations),
            TextRule.Read(draft.GivenName, EntryLimits.NameLength, "participant.given_name", violations),
            draft.Sex,
            ReadBirthDate(draft.BirthDate, raceDay, violations),
            draft.AgeOnRaceDay,
            TextRule.Read(draft.Country, EntryLimits.CountryLength, "participant.country", violations),
            TextRule.Read(draft.Club, EntryLimits.ClubLength, "participant.club", violations));
    }

    private static DateOnly? ReadBirthDate(string text, DateOnly raceDay, Violations violations)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (!DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            violations.Add("participant.birth_date", Reasons.BirthDateInvalid, "is not a day; write it as 1990-04-06, or leave it out when it is unknown.");
            return null;
        }

        if (!IsPlausible(date, raceDay))
        {
            violations.Add("participant.birth_date", Reasons.BirthDateInvalid, $"makes an age of {Age.On(raceDay, date)} on {raceDay:yyyy-MM-dd}; ages are 1 to {EntryLimits.MaxAge}.");
            return null;
        }

        return date;
    }

    internal static bool IsPlausible(DateOnly birthDate, DateOnly raceDay) => Age.On(raceDay, birthDate) is >= 1 and <= EntryLimits.MaxAge;

    private static string Clip(string text) => text.Length <= 80 ? text : text[..80] + "…";
}
