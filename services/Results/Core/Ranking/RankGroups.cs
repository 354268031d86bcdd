using RaceSystem.Results.Core.Races;

namespace RaceSystem.Results.Core.Ranking;

/// <summary>
/// Which groups each runner is ranked in: everyone overall, those with a sex among their sex, those with a sex and a
/// division inside the division.
/// </summary>
internal sealed class RankGroups(int runners, RaceDefinition race)
{
    private const int Sexes = 4;

    /// <summary>Group 0 is everyone, 1 to 3 the sexes, then the divisions.</summary>
    public int Count { get; } = Sexes + (race.Divisions.Count * Sexes);

    /// <summary>Who shares a place.</summary>
    public TieRule Ties { get; } = race.Ties;

    /// <summary>
    /// Groups of each runner's sex and division; 0: none. Side by side, because ranking takes the runners in the order of
    /// their times and every array it touches is a miss of the cache.
    /// </summary>
    public RunnerGroups[] Of { get; } = new RunnerGroups[runners];

    /// <summary>Index of the runner's division, or -1.</summary>
    public int[] Division { get; } = new int[runners];

    /// <summary>A copy that later assignments do not touch.</summary>
    public RankGroups Copy()
    {
        var copy = new RankGroups(Of.Length, race);
        Of.CopyTo(copy.Of, 0);
        Division.CopyTo(copy.Division, 0);
        return copy;
    }

    /// <summary>Places a runner in the groups of its entry.</summary>
    public void Assign(int runner, Entry entry)
    {
        var division = race.DivisionOf(entry);
        var sex = entry.Sex is Sex.Male or Sex.Female or Sex.NonBinary ? (int)entry.Sex : 0;
        Division[runner] = division;
        var group = sex == 0 || division < 0 ? 0 : Sexes + (division * Sexes) + (race.Divisions[division].RankedBySex ? sex : 0);
        Of[runner] = new RunnerGroups(sex, group);
    }
}
