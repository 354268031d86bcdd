namespace RaceSystem.Registration.Core.Entries;

/// <summary>How much an entry may hold (invariant 7).</summary>
public static class EntryLimits
{
    public const int Chips = 8;
    public const int NameLength = 100;
    public const int ClubLength = 100;
    public const int CountryLength = 8;
    public const int TeamLength = 100;
    public const int RelayRunners = 51;

    /// <summary>Family and given name with what stands between them.</summary>
    public const int RelayNameLength = 201;
    public const int MaxAge = 120;
}
