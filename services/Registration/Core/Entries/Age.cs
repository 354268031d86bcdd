namespace RaceSystem.Registration.Core.Entries;

/// <summary>Age in whole years on a day.</summary>
public static class Age
{
    /// <summary>Years completed by the day. Who was born on 29 February completes a year on 1 March where there is no 29th.</summary>
    public static int On(DateOnly day, DateOnly birthDate)
    {
        var years = day.Year - birthDate.Year;
        return (day.Month, day.Day).CompareTo((birthDate.Month, birthDate.Day)) < 0 ? years - 1 : years;
    }

    /// <summary>Age of a participant on race day; 0: unknown.</summary>
    public static int Of(Participant participant, DateOnly raceDay) =>
        participant.BirthDate is { } birthDate ? On(raceDay, birthDate) : participant.AgeOnRaceDay;
}
