using RaceSystem.Registration.Core.Meets;

namespace RaceSystem.Registration.Core.Entries;

/// <summary>The person of an entry. Every text may be empty.</summary>
/// <param name="AgeOnRaceDay">Used when the birth date is unknown; 0: unknown.</param>
/// <param name="Country">As published; no code is refused.</param>
public sealed record Participant(
    string FamilyName,
    string GivenName,
    Sex Sex,
    DateOnly? BirthDate,
    int AgeOnRaceDay,
    string Country,
    string Club);
