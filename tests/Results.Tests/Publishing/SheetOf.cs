using RaceSystem.Kernel;
using RaceSystem.Results.Core.Nations;
using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Core.Ranking;
using RaceSystem.Results.Core.Scoring;
using RaceSystem.Results.Core.Sheets;

namespace RaceSystem.Results.Tests.Publishing;

/// <summary>Sheets told row by row, without scoring.</summary>
internal static class SheetOf
{
    public static readonly MeetFacts Meet = new("pyongyang-2025", "31st Pyongyang International Marathon", "Asia/Pyongyang", "2025-04-06", ["marathon"]);

    public static readonly RaceDefinition Marathon = new()
    {
        RaceId = "marathon",
        DisplayName = "Marathon",
        Visits =
        [
            new CourseVisit("start", "Start", "stadium", 0), new CourseVisit("5k", "5 km", "5k", 5000),
            new CourseVisit("half", "Half", "half", 21_098), new CourseVisit("finish", "Finish", "stadium", 42_195),
        ],
        WaveIds = ["first"],
    };

    public static ResultSheet Rows(params ResultRow[] rows) => Rows(Marathon, rows);

    public static ResultSheet Rows(RaceDefinition race, params ResultRow[] rows) => new(Meet, race, default, rows)
    {
        Nations =
        [
            .. rows.GroupBy(row => row.Entry.Country).Select(nation => new NationStanding(
                nation.Key, nation.Count(), nation.Count(row => row.Status is not (ResultStatus.Dns or ResultStatus.Registered)), nation.Count(row => row.Status == ResultStatus.Finished))),
        ],
        FirstGun = Instant.From(new DateTimeOffset(2025, 4, 6, 9, 0, 0, TimeSpan.FromHours(9))),
    };

    /// <summary>A runner: finished with a place when there is one.</summary>
    public static ResultRow Row(string bib, int place = 0, ResultStatus? status = null, string name = "", Sex sex = Sex.Female, string country = "PRK", string division = "", long seconds = 8000, RaceDefinition? race = null) => new()
    {
        Entry = new Entry { EntryId = "e-" + bib, RaceId = "marathon", Bib = bib, DisplayName = name, Sex = sex, Country = country },
        DivisionId = division,
        Status = status ?? (place > 0 ? ResultStatus.Finished : ResultStatus.Dnf),
        Places = new Places(place, place, place),
        OfficialTime = place > 0 ? Elapsed.FromSeconds(seconds + place) : null,
        GunTime = place > 0 ? Elapsed.FromSeconds(seconds + 10 + place) : null,
        NetTime = place > 0 ? Elapsed.FromSeconds(seconds + place) : null,
        Splits = [.. (race ?? Marathon).Visits.Select((visit, i) => new ResultSplit(visit, i == 1 ? Elapsed.FromSeconds(1500) : null, default))],
    };
}
