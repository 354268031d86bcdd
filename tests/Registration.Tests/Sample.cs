using RaceSystem.Kernel;
using RaceSystem.Registration.Core;
using RaceSystem.Registration.Core.Awards;
using RaceSystem.Registration.Core.Entries;
using RaceSystem.Registration.Core.Meets;

namespace RaceSystem.Registration.Tests;

/// <summary>Small valid things that tests change by <c>with</c>.</summary>
internal static class Sample
{
    public static readonly Wave FirstWave = new("w1", "Wave 1", new Instant(1_743_897_600_000_000));

    public static readonly Division M40 = new("M40", "Men 40-44", Sex.Male, 40, 44, false);

    public static readonly MeetDraft Draft = new("pyongyang-2025", "Pyongyang International Marathon", "Asia/Pyongyang", "2025-04-06", [Race("marathon"), Race("half")]);

    public static Meet Meet => MeetReading.Read(Draft);

    public static MeetCatalog Catalog => new(Meet);

    public static Race Race(string raceId) => new(
        raceId,
        "Race " + raceId,
        [
            new("start", "Start", "stadium", 0, CourseVisitKind.Start),
            new("10k", "10 km", "turn", 10_000, CourseVisitKind.Split),
            new("finish", "Finish", "stadium", 21_098, CourseVisitKind.Finish),
        ],
        [M40, new("F40", "Women 40-44", Sex.Female, 40, 44, false), new("80+", "", Sex.Unspecified, 80, 0, true)],
        new(RuleProfile.WorldAthletics, TieRule.ByHiddenTime),
        [FirstWave, new("w2", "Wave 2", null)],
        Elapsed.FromSeconds(4 * 3_600));

    /// <summary>A race that uses every rule there is.</summary>
    public static Race FullRace(string raceId) => Race(raceId) with
    {
        Course =
        [
            new("start", "Start", "stadium", 0, CourseVisitKind.Start),
            new("10k", "10 km", "turn", 10_000, CourseVisitKind.Split) { Cutoff = Elapsed.FromSeconds(4_500), Pace = new(Elapsed.FromSeconds(90), Elapsed.FromSeconds(1_800)) },
            new("finish", "Finish", "stadium", 21_098, CourseVisitKind.Finish) { Cutoff = Elapsed.FromSeconds(9_000) },
        ],
        Divisions =
        [
            new("WC", "Wheelchair", Sex.Unspecified, 0, 0, true) { Attribute = new("category", ["wheelchair"], false), Separate = true },
            M40,
            new("KOR", "Koreans", Sex.Unspecified, 0, 0, false) { Countries = ["PRK", "KOR"], Additional = true },
            new("SOB", "Sobaeksu", Sex.Male, 0, 0, false) { Clubs = ["Sobaeksu"], Additional = true },
        ],
        Rules = new(RuleProfile.EliteGun, TieRule.SharedByOfficialTime)
        {
            EliteWaveIds = ["w1"],
            EliteDivisionIds = ["M40"],
            Resolution = TimeResolution.Tenth,
            CutoffBasis = CutoffBasis.WaveGun,
            AgeGradeTables = 2025,
            PointsEvent = "Road HM",
        },
        Pace = new(Elapsed.FromSeconds(110), Elapsed.FromSeconds(1_200)),
        Awards =
        [
            new("overall", "Overall", 3, AwardBasis.Gun, Sex.Female) { Countries = ["PRK"], Conditions = [new("prize", ["no"], true)] },
            new("age", "Age groups", 3, AwardBasis.Net, Sex.Unspecified) { DivisionIds = ["M40"], EachDivision = true, Exclusive = true },
        ],
        Teams = [new("clubs", "Clubs", TeamKey.Attribute, "firm", Sex.Male, 3, 2, TeamScore.Times, 4)],
        Records = [new("cr-m", "Course record, men", Sex.Male, "M40", "PRK", Elapsed.FromSeconds(3_800), "Pak Chol", "2019")],
        ExchangeSplitIds = ["10k"],
    };

    public static EntryDraft Entry(string entryId, string bib = "", params string[] chips) =>
        new(entryId, "marathon", bib, chips, "", "Kim", "Jong Song", Sex.Male, "1983-05-01", 0, "PRK", "Sobaeksu", "", EntryStatus.Confirmed);

    public static Entry Read(EntryDraft draft)
    {
        var violations = new Violations();
        var entry = EntryReading.Read(draft, Catalog, violations);
        Assert.Equal(0, violations.Count);
        return entry;
    }
}
