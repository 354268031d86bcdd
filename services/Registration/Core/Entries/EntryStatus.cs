namespace RaceSystem.Registration.Core.Entries;

/// <summary>Where an entry stands; numbers as on the wire.</summary>
public enum EntryStatus
{
    Unspecified = 0,
    Confirmed = 1,
    Withdrawn = 2,
}
