using RaceSystem.Registration.Core.Attributes;

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
    EntryStatus Status)
{
    /// <summary>By key, each once.</summary>
    public ValueList<AttributeValue> Attributes { get; init; } = [];

    /// <summary>The team the runner scores for; may be empty.</summary>
    public string Team { get; init; } = "";

    /// <summary>In a relay, the team's runners by leg.</summary>
    public ValueList<RelayRunner> RelayRunners { get; init; } = [];

    /// <summary>What may be published.</summary>
    public Visibility Visibility { get; init; } = Visibility.Public;

    /// <summary>Of an erased person: ids of the meet's conditions that were met (<c>PersonConditionId</c>), lowest first; null: the person is there to be judged.</summary>
    public ValueList<ulong>? ConditionsMet { get; init; }
}
