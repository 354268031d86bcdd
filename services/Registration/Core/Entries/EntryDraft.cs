using RaceSystem.Registration.Core.Attributes;
using RaceSystem.Registration.Core.Meets;

namespace RaceSystem.Registration.Core.Entries;

/// <summary>An entry as it was sent, before any rule looked at it.</summary>
public sealed record EntryDraft(
    string EntryId,
    string RaceId,
    string Bib,
    IReadOnlyList<string> Chips,
    string WaveId,
    string FamilyName,
    string GivenName,
    Sex Sex,
    string BirthDate,
    int AgeOnRaceDay,
    string Country,
    string Club,
    string DivisionId,
    EntryStatus Status)
{
    public IReadOnlyList<AttributeValue> Attributes { get; init; } = [];

    public string Team { get; init; } = "";

    public IReadOnlyList<RelayRunner> RelayRunners { get; init; } = [];

    public Visibility Visibility { get; init; }
}
