using RaceSystem.Results.Core.Races;

namespace RaceSystem.Results.Core.Ranking;

/// <summary>
/// Which groups each runner is ranked in: everyone overall, those with a sex among their sex, those with a division
/// inside the division. Who is in a separate division is ranked there alone.
/// </summary>
internal sealed class RankGroups(int runners, RaceDefinition race)
{
    /// <summary>Group 0 is everyone, 1 to 3 the sexes, then the divisions.</summary>
    public int Count { get; } = Sexes.Count + (race.Divisions.Count * Sexes.Count);

    /// <summary>Who shares a place.</summary>
    public TieRule Ties { get; } = race.Ties;

    /// <summary>How times are shown.</summary>
    public TimeResolution Resolution { get; } = race.Resolution;

    /// <summary>Some runners are ranked in their division alone: a runner's place does not tell its position.</summary>
    public bool HasSeparate { get; } = race.Divisions.Any(division => division.Separate);

    /// <summary>
    /// Groups of each runner's sex and division; 0: none. Side by side, because ranking takes the runners in the order of
    /// their times and every array it touches is a miss of the cache.
    /// </summary>
    public RunnerGroups[] Of { get; } = new RunnerGroups[runners];

    /// <summary>Index of the runner's division, or -1.</summary>
    public int[] Division { get; } = new int[runners];

    /// <summary>A copy that later assignments do not touch.</summary>
    public RankGroups Copy() => With(race);

    /// <summary>The same groups by the rules of another definition of the race, with the same divisions.</summary>
    public RankGroups With(RaceDefinition other)
    {
        var copy = new RankGroups(Of.Length, other);
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
        Of[runner] = division < 0
            ? new RunnerGroups(sex, 0)
            : new RunnerGroups(race.Divisions[division].Separate ? RunnerGroups.Separate : sex, GroupIn(division, sex, entry));
    }

    /// <summary>Who has no sex is ranked in a division that takes anybody: by age, country … but not because the entry says so.</summary>
    private int GroupIn(int index, int sex, Entry entry)
    {
        var division = race.Divisions[index];
        var first = Sexes.Count + (index * Sexes.Count);
        return division.RankedBySex
            ? sex == 0 ? 0 : first + sex
            : sex > 0 || division.Takes(entry) ? first : 0;
    }
}
