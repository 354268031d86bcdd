using Google.Protobuf.WellKnownTypes;
using RaceSystem.Registration.V1;
using RaceSystem.Timing.V1;

namespace RaceSystem.AllInOne.Demo;

/// <summary>
/// The reference meet: an international marathon in Pyongyang on Sunday 6 April 2025; marathon, half marathon, 10 km
/// and 5 km for men and women, one gun at 09:00 for all, an out-and-back course that starts and ends on the stadium's
/// track, and mats that serve several races on the way out and back. Limit 4 h 30 (official bulletin of 2025).
/// </summary>
public static class ReferenceMeet
{
    public const string MeetId = "pyongyang-2025";
    public const string WaveId = "all";
    public const string Stadium = "stadium", Km2 = "km2-5", Km5 = "km5", Km10 = "km10", Km15 = "km15", Turn = "turn";

    /// <summary>09:00 in Pyongyang (UTC+9).</summary>
    public static readonly DateTimeOffset Gun = new(2025, 4, 6, 0, 0, 0, TimeSpan.Zero);

    private static readonly Duration Limit = Duration.FromTimeSpan(new TimeSpan(4, 30, 0));

    /// <summary>The races, longest first, each with its field's size.</summary>
    public static readonly IReadOnlyList<(string RaceId, string Name, int Runners, (string Point, long Metres)[] Visits)> Races =
    [
        ("marathon", "Marathon", 420,
            [(Stadium, 0), (Km2, 2_500), (Km5, 5_000), (Km10, 10_000), (Km15, 15_000), (Turn, 21_097), (Km15, 27_195), (Km10, 32_195), (Km5, 37_195), (Km2, 39_695), (Stadium, 42_195)]),
        ("half", "Half marathon", 360,
            [(Stadium, 0), (Km2, 2_500), (Km5, 5_000), (Km10, 10_000), (Km10, 11_097), (Km5, 16_097), (Km2, 18_597), (Stadium, 21_097)]),
        ("10k", "10 km", 460, [(Stadium, 0), (Km2, 2_500), (Km5, 5_000), (Km2, 7_500), (Stadium, 10_000)]),
        ("5k", "5 km", 380, [(Stadium, 0), (Km2, 2_500), (Stadium, 5_000)]),
    ];

    public static readonly IReadOnlyList<(string PointId, string Name)> TimingPoints =
    [
        (Stadium, "Kim Il Sung Stadium, start and finish"), (Km2, "2.5 km"), (Km5, "5 km"), (Km10, "10 km"), (Km15, "15 km"), (Turn, "Marathon turn"),
    ];

    public static Meet Create(string meetId)
    {
        var meet = new Meet { MeetId = meetId, DisplayName = "Pyongyang International Marathon 2025", TimeZone = "Asia/Pyongyang", RaceDay = "2025-04-06" };
        meet.Races.AddRange(Races.Select(race => CreateRace(race.RaceId, race.Name, race.Visits)));
        return meet;
    }

    /// <summary>One reader a point, and a backup on the stadium's track.</summary>
    public static ApplyTimingPointsRequest CreateTimingPoints(string meetId)
    {
        var request = new ApplyTimingPointsRequest { MeetId = meetId };
        foreach (var (pointId, name) in TimingPoints)
        {
            request.TimingPoints.Add(new TimingPoint { TimingPointId = pointId, DisplayName = name, TimeRule = TimeRule.First, DeadTime = Duration.FromTimeSpan(TimeSpan.FromSeconds(5)) });
            request.Devices.Add(new TimingDevice { DeviceId = pointId + "-main", TimingPointId = pointId, DisplayName = name + " main" });
        }

        request.Devices.Add(new TimingDevice { DeviceId = Stadium + "-backup", TimingPointId = Stadium, DisplayName = "Stadium backup", Role = DeviceRole.Backup });
        return request;
    }

    private static Race CreateRace(string raceId, string name, (string Point, long Metres)[] visits)
    {
        var race = new Race
        {
            RaceId = raceId,
            DisplayName = name,
            Course = new Course(),
            Rules = new RankingRules { Profile = RuleProfile.WorldAthletics, Ties = TieRule.ByHiddenTime },
            TimeLimit = Limit,
        };
        race.Course.Visits.AddRange(visits.Select((visit, i) => CreateVisit(visit, i, visits.Length)));
        race.Divisions.AddRange(Divisions());
        race.Awards.AddRange(Awards());
        race.Teams.AddRange(Teams());
        race.Waves.Add(new Wave { WaveId = WaveId, DisplayName = "All", PlannedStartTime = Timestamp.FromDateTimeOffset(Gun) });
        return race;
    }

    /// <summary>The first six of men and of women; then the first three of each division who have not won yet.</summary>
    private static IEnumerable<AwardRule> Awards() =>
    [
        new() { AwardId = "men", DisplayName = "Men", Depth = 6, Sex = Sex.Male },
        new() { AwardId = "women", DisplayName = "Women", Depth = 6, Sex = Sex.Female },
        new() { AwardId = "age-groups", DisplayName = "Age groups", Depth = 3, EachDivision = true, Exclusive = true },
    ];

    /// <summary>Nations: the three fastest men, and the three fastest women.</summary>
    private static IEnumerable<TeamRule> Teams() =>
    [
        new() { TeamRuleId = "nations-men", DisplayName = "Nations, men", Key = TeamKey.Country, Sex = Sex.Male, Scorers = 3, Score = TeamScore.Times },
        new() { TeamRuleId = "nations-women", DisplayName = "Nations, women", Key = TeamKey.Country, Sex = Sex.Female, Scorers = 3, Score = TeamScore.Times },
    ];

    private static CourseVisit CreateVisit((string Point, long Metres) visit, int index, int count)
    {
        var kind = index == 0 ? CourseVisitKind.Start : index == count - 1 ? CourseVisitKind.Finish : CourseVisitKind.Split;
        var (splitId, name) = kind switch
        {
            CourseVisitKind.Start => ("start", "Start"),
            CourseVisitKind.Finish => ("finish", "Finish"),
            _ => ($"m{visit.Metres}", visit.Metres == 21_097 ? "Half" : $"{visit.Metres / 1000m:0.#} km"),
        };
        return new CourseVisit { SplitId = splitId, DisplayName = name, TimingPointId = visit.Point, DistanceM = visit.Metres, Kind = kind };
    }

    private static IEnumerable<Division> Divisions()
    {
        (int From, int To)[] bands = [(1, 34), (35, 39), (40, 44), (45, 49), (50, 54), (55, 59), (60, 120)];
        return from sex in new[] { Sex.Male, Sex.Female }
               from band in bands
               let letter = sex == Sex.Male ? "M" : "W"
               let id = band.From == 1 ? letter : letter + band.From
               select new Division { DivisionId = id, DisplayName = id, Sex = sex, MinAge = band.From, MaxAge = band.To };
    }
}
