using RaceSystem.Kernel;
using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Core.Standings;

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
}
