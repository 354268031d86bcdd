namespace RaceSystem.Registration.Core.Meets;

/// <summary>How a race is ranked.</summary>
public sealed record RankingRules(RuleProfile Profile, TieRule Ties)
{
    /// <summary>Waves of the elite field, for <see cref="RuleProfile.EliteGun"/>.</summary>
    public ValueList<string> EliteWaveIds { get; init; } = [];

    /// <summary>Divisions of the elite field, for <see cref="RuleProfile.EliteGun"/>.</summary>
    public ValueList<string> EliteDivisionIds { get; init; } = [];

    public TimeResolution Resolution { get; init; } = TimeResolution.Second;

    public CutoffBasis CutoffBasis { get; init; } = CutoffBasis.RaceGun;

    /// <summary>Year of the road tables that grade by age; 0: no grading.</summary>
    public int AgeGradeTables { get; init; }

    /// <summary>Event of the World Athletics scoring tables; empty: no points.</summary>
    public string PointsEvent { get; init; } = "";
}
