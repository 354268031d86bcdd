namespace RaceSystem.Results.Core.Ranking;

/// <summary>The groups one runner is ranked in besides everyone.</summary>
/// <param name="Sex">Group of the sex; 0: none; below 0: the runner is ranked in the division alone.</param>
/// <param name="Division">Group of the division; 0: none.</param>
internal readonly record struct RunnerGroups(int Sex, int Division)
{
    /// <summary>In place of the sex, so that most races pay nothing for it.</summary>
    public const int Separate = -1;

    /// <summary>The runner has no place among all.</summary>
    public bool IsSeparate => Sex < 0;
}
