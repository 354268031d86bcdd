namespace RaceSystem.Registration.Core.Meets;

/// <summary>An occasion: one day, one place, several races.</summary>
/// <param name="RaceDay">Day of the races in the venue's time zone; ages count on it.</param>
public sealed record Meet(string MeetId, string DisplayName, string TimeZone, DateOnly RaceDay, ValueList<Race> Races);
