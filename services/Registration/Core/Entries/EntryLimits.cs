namespace RaceSystem.Registration.Core.Entries;

/// <summary>How much an entry may hold (invariant 7).</summary>
public static class EntryLimits
{
    public const int Chips = 8;
    public const int NameLength = 100;
    public const int ClubLength = 100;
    public const int CountryLength = 8;
    public const int MaxAge = 120;
}
