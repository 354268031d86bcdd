using Google.Protobuf.WellKnownTypes;
using RaceSystem.Racectl.RaceFiles;
using RaceSystem.Registration.V1;

namespace RaceSystem.Racectl.Replay;

/// <summary>The meet of a replay: one race, one wave, the file's splits, the rules that its places follow.</summary>
internal static class MeetPlan
{
    public static Meet Of(RaceFile file, string meetId, ReplayBasis basis)
    {
        var finishM = FinishDistance.Of(file);
        var (raceId, name) = FinishDistance.NameOf(finishM);
        var race = new Race
        {
            RaceId = raceId,
            DisplayName = name,
            Course = CourseOf(file, finishM),
            Rules = new RankingRules
            {
                Profile = ProfileOf(basis),
                Ties = file.SharesPlaces ? TieRule.SharedByHiddenTime : TieRule.ByHiddenTime,
            },
            Waves = { new Wave { WaveId = ReplayPlan.WaveId, DisplayName = "Wave 1", PlannedStartTime = Timestamp.FromDateTimeOffset(ReplayPlan.Gun.ToDateTimeOffset()) } },
        };
        race.Divisions.AddRange(DivisionPlan.Of(file));
        return new Meet
        {
            MeetId = meetId,
            DisplayName = meetId,
            TimeZone = "UTC",
            RaceDay = ReplayPlan.Gun.ToDateTimeOffset().ToString("yyyy-MM-dd", null),
            Races = { race },
        };
    }

    private static Course CourseOf(RaceFile file, long finishM)
    {
        var course = new Course();
        course.Visits.Add(Visit(ReplayPlan.StartId, "Start", 0, CourseVisitKind.Start));
        course.Visits.AddRange(file.Splits.Select(split => Visit(split.SplitId, split.SplitId, split.DistanceM, CourseVisitKind.Split)));
        course.Visits.Add(Visit(ReplayPlan.FinishId, "Finish", finishM, CourseVisitKind.Finish));
        return course;
    }

    private static CourseVisit Visit(string id, string name, long distanceM, CourseVisitKind kind) =>
        new() { SplitId = id, TimingPointId = id, DisplayName = name, DistanceM = distanceM, Kind = kind };

    private static RuleProfile ProfileOf(ReplayBasis basis) => basis switch
    {
        ReplayBasis.Gun => RuleProfile.WorldAthletics,
        ReplayBasis.Net => RuleProfile.Net,
        _ => RuleProfile.NetWithGunFallback,
    };
}
