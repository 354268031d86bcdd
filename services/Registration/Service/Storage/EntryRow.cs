using RaceSystem.Registration.Core.Entries;
using RaceSystem.Registration.Core.Meets;

namespace RaceSystem.Registration.Service.Storage;

/// <summary>An entry. Read through EF Core, written by <see cref="IEntryWriter"/>.</summary>
internal sealed class EntryRow
{
    public required string MeetId { get; init; }

    public required string EntryId { get; init; }

    public required string RaceId { get; init; }

    /// <summary>Null until assigned: the unique index passes over it.</summary>
    public string? Bib { get; init; }

    public required string WaveId { get; init; }

    public required string DivisionId { get; init; }

    public required string FamilyName { get; init; }

    public required string GivenName { get; init; }

    public Sex Sex { get; init; }

    public DateOnly? BirthDate { get; init; }

    public int AgeOnRaceDay { get; init; }

    public required string Country { get; init; }

    public required string Club { get; init; }

    public EntryStatus Status { get; init; }

    public string Team { get; init; } = "";

    public Visibility Visibility { get; init; }

    /// <summary>See <see cref="EntryDetails"/>.</summary>
    public byte[]? Details { get; init; }

    /// <summary>See <see cref="ErasedOutcomes"/>.</summary>
    public byte[]? Outcomes { get; init; }

    public List<EntryChipRow> Chips { get; init; } = [];
}
