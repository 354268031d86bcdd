using RaceSystem.Kernel;
using RaceSystem.Results.Core.Races;

namespace RaceSystem.Simulation.Tests;

/// <summary>
/// The course of a synthetic race, out and back: the stadium is start and finish, the bridge is passed at 5 and 40 km.
/// </summary>
internal static class ScriptedCourse
{
    public const string RaceId = "marathon";
    public const string WaveId = "w1";

    public static readonly Instant Gun = Instant.From(new DateTimeOffset(2025, 4, 6, 0, 0, 0, TimeSpan.Zero));

    /// <summary>Visits in order: the start, the splits of <see cref="RaceScript.SplitColumns"/>, the finish.</summary>
    public static readonly IReadOnlyList<CourseVisit> Visits =
    [
        new("start", "Start", "stadium", 0),
        new("5k", "5 km", "bridge", 5_000),
        new("10k", "10 km", "park", 10_000),
        new("half", "Half", "square", 21_098),
        new("30k", "30 km", "park-2", 30_000),
        new("40k", "40 km", "bridge", 40_000),
        new("finish", "Finish", "stadium", 42_195),
    ];

    public static IReadOnlyList<string> Points { get; } = [.. Visits.Select(visit => visit.TimingPointId).Distinct()];

    public static RaceDefinition Definition(RaceScript script) => new()
    {
        RaceId = RaceId,
        Visits = Visits,
        WaveIds = [WaveId],
        Divisions =
        [
            .. script.Runners.Select(runner => runner.Division).Where(division => division.Length > 0).Distinct().Order()
                .Select(division => new Division(division, Sex.Unknown, 0, 0, RankedBySex: true)),
        ],
        Profile = script.Options.Basis switch
        {
            RaceBasis.Gun => RuleProfile.WorldAthletics,
            RaceBasis.Net => RuleProfile.Net,
            _ => RuleProfile.NetWithGunFallback,
        },
        Ties = script.Options.SharedPlaces ? TieRule.SharedByHiddenTime : TieRule.ByHiddenTime,
    };

    public static Entry EntryOf(ScriptedRunner runner) => new()
    {
        EntryId = $"e-{runner.Bib}",
        RaceId = RaceId,
        Bib = runner.Bib,
        Chips = [ChipOf(runner)],
        Age = runner.Age,
        DivisionId = runner.Division,
        Sex = runner.Sex switch
        {
            "M" => Sex.Male,
            "F" => Sex.Female,
            "X" => Sex.NonBinary,
            _ => Sex.Unknown,
        },
    };

    public static string ChipOf(ScriptedRunner runner) => $"CHIP{runner.Bib}";

    /// <summary>When the runner crossed each visit; null: not read.</summary>
    public static IEnumerable<(CourseVisit Visit, Instant Time)> CrossingsOf(ScriptedRunner runner)
    {
        var start = runner.StartOffset ?? 0;
        long?[] hundredths = [runner.StartOffset, .. runner.Splits.Select(split => split + start), runner.GunTime];
        return Visits.Zip(hundredths).Where(pair => pair.Second is not null)
            .Select(pair => (pair.First, Gun + new Elapsed(pair.Second!.Value * 10_000)));
    }
}
