using RaceSystem.Kernel;
using RaceSystem.Results.Core.Awards;
using RaceSystem.Results.Core.Nations;
using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Core.Relays;
using RaceSystem.Results.Core.Standings;
using RaceSystem.Results.Core.Teams;

namespace RaceSystem.Results.Core.Sheets;

/// <summary>
/// The results of a race as they are published, certified and exported: one row a runner, times and places as the rules
/// make them. A function of a snapshot alone; immutable.
/// </summary>
/// <param name="Meet">The meet.</param>
/// <param name="Race">Course, divisions and rules.</param>
/// <param name="Sequences">The records it contains.</param>
/// <param name="Rows">Ranked runners by place, then the others by bib.</param>
public sealed record ResultSheet(MeetFacts Meet, RaceDefinition Race, LogSequences Sequences, IReadOnlyList<ResultRow> Rows)
{
    /// <summary>The race's first gun; null: not fired.</summary>
    public Instant? FirstGun { get; init; }

    /// <summary>Who wins what; runners by <see cref="ResultRow.Runner"/>, as in all lists.</summary>
    public IReadOnlyList<AwardList> Awards { get; init; } = [];

    /// <summary>How the teams stand. Whoever is not shown by name scores, but is not to be named with the team.</summary>
    public IReadOnlyList<TeamTable> Teams { get; init; } = [];

    /// <summary>Who ran which leg how fast; none: the race is no relay.</summary>
    public IReadOnlyList<RelayLegStandings> Legs { get; init; } = [];

    /// <summary>How the countries stand. Whoever is not shown by name counts, but is not to be named with the country.</summary>
    public IReadOnlyList<NationStanding> Nations { get; init; } = [];
}
