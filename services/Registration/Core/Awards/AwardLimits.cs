namespace RaceSystem.Registration.Core.Awards;

/// <summary>How many awards, teams and records a race may have (invariant 7).</summary>
public static class AwardLimits
{
    public const int Awards = 100;
    public const int Depth = 1_000;
    public const int Teams = 20;
    public const int Scorers = 100;
    public const int Displacers = 100;
    public const int MaxTeams = 26;
    public const int Records = 500;
    public const int WhenLength = 40;
}
