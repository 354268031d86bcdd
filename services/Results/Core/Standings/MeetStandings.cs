using RaceSystem.Results.Core.Adjudications;
using RaceSystem.Results.Core.Races;

namespace RaceSystem.Results.Core.Standings;

/// <summary>A meet as it stood at one moment. Immutable and safe to share between threads.</summary>
/// <param name="Version">Counts the snapshots of a process.</param>
/// <param name="Sequences">The records it contains.</param>
/// <param name="Meet">The meet; null: its record is not here yet.</param>
/// <param name="Races">Races in the meet's order.</param>
public sealed record MeetStandings(long Version, LogSequences Sequences, MeetFacts? Meet, IReadOnlyList<RaceStandings> Races)
{
    /// <summary>Before the first snapshot.</summary>
    public static readonly MeetStandings Empty = new(0, default, null, []);

    /// <summary>Decisions that stand, in the order in which they count.</summary>
    public IReadOnlyList<Adjudication> Adjudications { get; init; } = [];

    /// <summary>The standings of a race, or null.</summary>
    public RaceStandings? Find(string raceId)
    {
        foreach (var race in Races)
        {
            if (string.Equals(race.Race.RaceId, raceId, StringComparison.Ordinal))
            {
                return race;
            }
        }

        return null;
    }
}
