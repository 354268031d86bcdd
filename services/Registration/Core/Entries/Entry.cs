namespace RaceSystem.Registration.Core.Entries;

/// <summary>One participant in one race, checked.</summary>
/// <param name="Bib">Empty until assigned.</param>
/// <param name="Chips">Upper case, in the order given.</param>
/// <param name="WaveId">Empty: the race's first wave.</param>
/// <param name="DivisionId">Fixes the division; empty: found by sex and age.</param>
public sealed record Entry(
    string EntryId,
    string RaceId,
    string Bib,
    ValueList<string> Chips,
    string WaveId,
    Participant Participant,
    string DivisionId,
    EntryStatus Status);
