using RaceSystem.Kernel;
using RaceSystem.Registration.Core;
using RaceSystem.Registration.Core.Entries;
using RaceSystem.Registration.Core.Meets;

namespace RaceSystem.Registration.Service.Wire;

/// <summary>Entries between the wire and the core.</summary>
internal static class EntryWire
{
    private static readonly V1.Participant Nobody = new();

    /// <summary>The draft of an entry; without an id it gets the given one.</summary>
    public static EntryDraft ToDraft(V1.Entry? entry, Func<string> nextId)
    {
        if (entry is null)
        {
            throw RefusalException.Invalid(Reasons.EntryMissing, "entry", "is missing; send the entry.");
        }

        var person = entry.Participant ?? Nobody;
        return new(
            entry.EntryId.Length > 0 ? entry.EntryId : nextId(),
            entry.RaceId,
            entry.Bib,
            entry.Chips.Count == 0 ? [] : [.. entry.Chips],
            entry.WaveId,
            person.FamilyName,
            person.GivenName,
            (Sex)person.Sex,
            person.BirthDate,
            person.AgeOnRaceDay,
            person.Country,
            person.Club,
            entry.DivisionId,
            (EntryStatus)entry.Status)
        {
            Attributes = entry.Attributes.Count == 0 ? [] : [.. entry.Attributes.Select(AttributeWire.ToCore)],
            Team = entry.Team,
            RelayRunners = entry.RelayRunners.Count == 0 ? [] : [.. entry.RelayRunners.Select(RelayWire.ToCore)],
            Visibility = (Visibility)entry.Visibility,
        };
    }

    public static V1.Entry ToWire(Entry entry)
    {
        var person = entry.Participant;
        var wire = new V1.Entry
        {
            EntryId = entry.EntryId,
            RaceId = entry.RaceId,
            Bib = entry.Bib,
            WaveId = entry.WaveId,
            DivisionId = entry.DivisionId,
            Status = (V1.EntryStatus)entry.Status,
            Attributes = { entry.Attributes.Select(AttributeWire.ToWire) },
            Team = entry.Team,
            RelayRunners = { entry.RelayRunners.Select(RelayWire.ToWire) },
            Visibility = (V1.Visibility)entry.Visibility,
            Participant = new()
            {
                FamilyName = person.FamilyName,
                GivenName = person.GivenName,
                Sex = (V1.Sex)person.Sex,
                BirthDate = person.BirthDate is { } birthDate ? MeetWire.DayToWire(birthDate) : "",
                AgeOnRaceDay = person.AgeOnRaceDay,
                Country = person.Country,
                Club = person.Club,
            },
        };
        wire.Chips.AddRange(entry.Chips);
        return wire;
    }

    public static V1.RegistrationRecord ToRecord(EntryFacts facts)
    {
        var record = new V1.EntryRecord
        {
            EntryId = facts.EntryId,
            RaceId = facts.RaceId,
            Bib = facts.Bib,
            WaveId = facts.WaveId,
            DisplayName = facts.DisplayName,
            Sex = (V1.Sex)facts.Sex,
            Age = facts.Age,
            Country = facts.Country,
            Club = facts.Club,
            DivisionId = facts.DivisionId,
            Withdrawn = facts.Withdrawn,
            Attributes = { facts.Attributes.Select(AttributeWire.ToWire) },
            Team = facts.Team,
            RelayRunners = { facts.RelayRunners.Select(RelayWire.ToWire) },
            Visibility = (V1.Visibility)facts.Visibility,
        };
        record.Chips.AddRange(facts.Chips);
        if (facts.ConditionsMet is { } met)
        {
            record.Outcomes = new V1.PersonOutcomes { Met = { met } };
        }

        return new() { Entry = record };
    }
}
