using RaceSystem.Kernel;

namespace RaceSystem.Results.Core.Races;

/// <summary>What Results needs of a race: course, divisions, waves and rules. Immutable.</summary>
public sealed record RaceDefinition
{
    /// <summary>Unique in the meet.</summary>
    public required string RaceId { get; init; }

    /// <summary>For people.</summary>
    public string DisplayName { get; init; } = "";

    /// <summary>The course, from the start to the finish.</summary>
    public IReadOnlyList<CourseVisit> Visits { get; init; } = [];

    /// <summary>Divisions; the first one that takes a runner is the runner's.</summary>
    public IReadOnlyList<Division> Divisions { get; init; } = [];

    /// <summary>Waves in order; an entry without one belongs to the first.</summary>
    public IReadOnlyList<string> WaveIds { get; init; } = [];

    /// <summary>Which time ranks.</summary>
    public RuleProfile Profile { get; init; }

    /// <summary>Who shares a place.</summary>
    public TieRule Ties { get; init; }

    /// <summary>Waves of the elite field, for <see cref="RuleProfile.EliteGun"/>.</summary>
    public IReadOnlyList<string> EliteWaveIds { get; init; } = [];

    /// <summary>Divisions of the elite field, for <see cref="RuleProfile.EliteGun"/>.</summary>
    public IReadOnlyList<string> EliteDivisionIds { get; init; } = [];

    /// <summary>How times are rounded when they are shown.</summary>
    public TimeResolution Resolution { get; init; }

    /// <summary>What cut-offs and the time limit count from.</summary>
    public CutoffBasis CutoffBasis { get; init; }

    /// <summary>What a runner can do on any leg.</summary>
    public PaceLimits Pace { get; init; } = PaceLimits.Default;

    /// <summary>Year of the WMA/USATF road tables that grade by age; 0: no grading.</summary>
    public int AgeGradeTables { get; init; }

    /// <summary>Event of the World Athletics scoring tables; empty: no points.</summary>
    public string PointsEvent { get; init; } = "";

    /// <summary>Awards in the order in which they are given out.</summary>
    public IReadOnlyList<AwardRule> Awards { get; init; } = [];

    /// <summary>How teams score.</summary>
    public IReadOnlyList<TeamRule> Teams { get; init; } = [];

    /// <summary>Records that a result may break.</summary>
    public IReadOnlyList<StandingRecord> Records { get; init; } = [];

    /// <summary>Splits where a relay's runners change; empty: no relay.</summary>
    public IReadOnlyList<string> ExchangeSplitIds { get; init; } = [];

    /// <summary>Counts the changes of the race's definition in Registration.</summary>
    public int RulesVersion { get; init; }

    /// <summary>Counts from the gun that <see cref="CutoffBasis"/> names; later finishes are <see cref="Scoring.ResultStatus.OverTimeLimit"/>. Null: none.</summary>
    public Elapsed? TimeLimit { get; init; }

    /// <summary>Index of a visit, or -1.</summary>
    public int FindVisit(string splitId)
    {
        for (var i = 0; i < Visits.Count; i++)
        {
            if (string.Equals(Visits[i].SplitId, splitId, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>
    /// Which time ranks an entry: the race's profile, and for <see cref="RuleProfile.EliteGun"/> the gun time of who is in the
    /// elite field.
    /// </summary>
    /// <param name="waveId">The entry's wave.</param>
    /// <param name="division">Index of its division, or -1.</param>
    public RuleProfile ProfileOf(string waveId, int division) => Profile != RuleProfile.EliteGun
        ? Profile
        : EliteWaveIds.Contains(waveId, StringComparer.Ordinal) || (division >= 0 && EliteDivisionIds.Contains(Divisions[division].DivisionId, StringComparer.Ordinal))
            ? RuleProfile.WorldAthletics
            : RuleProfile.NetWithGunFallback;

    /// <summary>Index of the division of an entry, or -1: the one it names, otherwise the first that takes it. Never an additional list.</summary>
    public int DivisionOf(Entry entry)
    {
        for (var i = 0; i < Divisions.Count; i++)
        {
            var division = Divisions[i];
            var belongs = entry.DivisionId.Length > 0
                ? string.Equals(division.DivisionId, entry.DivisionId, StringComparison.Ordinal)
                : division.Takes(entry);
            if (belongs && !division.Additional)
            {
                return i;
            }
        }

        return -1;
    }
}
