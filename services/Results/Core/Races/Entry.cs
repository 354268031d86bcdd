namespace RaceSystem.Results.Core.Races;

/// <summary>What Results knows of a runner in a race. Immutable, shared by all snapshots.</summary>
public sealed record Entry
{
    /// <summary>Unique in the meet.</summary>
    public required string EntryId { get; init; }

    /// <summary>The race the runner is in: the one entered, or the one that a decision put the runner into.</summary>
    public required string RaceId { get; init; }

    /// <summary>The bib assigned, as printed; empty until then. The runner stands under it in all results.</summary>
    public string Bib { get; init; } = "";

    /// <summary>Chips worn; a runner may wear several.</summary>
    public IReadOnlyList<string> Chips { get; init; } = [];

    /// <summary>Empty: the race's first wave.</summary>
    public string WaveId { get; init; } = "";

    /// <summary>For people.</summary>
    public string DisplayName { get; init; } = "";

    /// <summary>As registered.</summary>
    public Sex Sex { get; init; }

    /// <summary>On race day; 0: unknown.</summary>
    public int Age { get; init; }

    /// <summary>As published.</summary>
    public string Country { get; init; } = "";

    /// <summary>May be empty.</summary>
    public string Club { get; init; } = "";

    /// <summary>Fixes the division; empty: the first that takes the runner (<see cref="Division.Takes"/>).</summary>
    public string DivisionId { get; init; } = "";

    /// <summary>What else the organiser wants to know, by key; each key once.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Attributes { get; init; } = [];

    /// <summary>Team the runner scores for; may be empty.</summary>
    public string Team { get; init; } = "";

    /// <summary>In a relay, the team's runners by leg.</summary>
    public IReadOnlyList<RelayRunner> RelayRunners { get; init; } = [];

    /// <summary>What the person met of the conditions of the meet's races, where the person is not there to be judged; null: it is.</summary>
    public PersonOutcomes? Outcomes { get; init; }

    /// <summary>What may be published.</summary>
    public Visibility Visibility { get; init; }

    /// <summary>Took the entry back; not in the standings.</summary>
    public bool Withdrawn { get; init; }

    /// <summary>Set by a decision that put the runner into another race: the one entered. Empty: nobody moved the runner.</summary>
    public string MovedFromRaceId { get; init; } = "";

    /// <summary>Set by a decision that two runners wore each other's bib: that of the other. Empty: no such decision.</summary>
    public string SwappedBib { get; init; } = "";

    /// <summary>The race entered, wherever decisions put the runner.</summary>
    public string EnteredRaceId => MovedFromRaceId.Length > 0 ? MovedFromRaceId : RaceId;

    /// <summary>The bib on the runner's chest, <see cref="SwappedBib"/> or else <see cref="Bib"/>: what people wrote down under it is of this runner.</summary>
    public string BibWorn => SwappedBib.Length > 0 ? SwappedBib : Bib;

    /// <summary>Value of an attribute; empty: the entry has none.</summary>
    public string AttributeOf(string key)
    {
        foreach (var (name, value) in Attributes)
        {
            if (string.Equals(name, key, StringComparison.Ordinal))
            {
                return value;
            }
        }

        return "";
    }

    /// <summary>The entry as it may be shown: of who is not public, neither name nor country, club or team.</summary>
    public Entry AsShown() => Visibility == Visibility.Public
        ? this
        : this with { DisplayName = "", Country = "", Club = "", Team = "", RelayRunners = [] };

    /// <summary>Whether two entries say the same.</summary>
    public bool SameAs(Entry other) =>
        this with { Chips = other.Chips, Attributes = other.Attributes, RelayRunners = other.RelayRunners, Outcomes = other.Outcomes } == other
        && PersonOutcomes.AreSame(Outcomes, other.Outcomes)
        && Chips.SequenceEqual(other.Chips, StringComparer.Ordinal)
        && Attributes.SequenceEqual(other.Attributes)
        && RelayRunners.SequenceEqual(other.RelayRunners);
}
