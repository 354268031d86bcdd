using RaceSystem.Kernel;
using RaceSystem.Registration.Core;
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
