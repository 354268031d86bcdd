using RaceSystem.Registration.V1;
using RaceSystem.Results.V1;

namespace RaceSystem.Results.Tests.Service.ListAgeGrades;

public sealed class ListAgeGradesTests(ResultsHost host)
{
    [Fact]
    public async Task Runners_are_ranked_by_age_grade_and_results_carry_grade_and_points()
    {
        var meet = await host.NewMeet().Planned(shape: Graded).Ran("1", 0, 4_000, 7_670.2, age: 20).Ran("2", 0, 4_000, 9_000, Sex.Female, 60).Ran("3", 0, 4_000, 9_100).Ran("4", 0, 4_000, 9_200, age: 30).Gun().StandsAsync();

        var all = await GradesAsync(meet);
        var men = await GradesAsync(meet, Sex.Male);

        Assert.Equal([("2", 1, 1), ("1", 2, 1), ("4", 3, 2)], all.Rows.Select(row => (row.Standing.Bib, row.AgeGrade.PlaceOverall, row.AgeGrade.PlaceBySex)));
        Assert.Equal((9_618, 2015), (all.Rows[1].AgeGrade.Hundredths, all.Tables));
        Assert.Equal(["1", "4"], men.Rows.Select(row => row.Standing.Bib));
        var first = (await meet.Client.GetParticipantResultAsync(new GetParticipantResultRequest { MeetId = meet.MeetId, Bib = "1" })).Result;
        var third = (await meet.Client.GetParticipantResultAsync(new GetParticipantResultRequest { MeetId = meet.MeetId, Bib = "3" })).Result;
        Assert.Equal((9_618, 1_169), (first.AgeGrade.Hundredths, first.WorldAthleticsPoints));
        Assert.Null(third.AgeGrade);
        Assert.True(third.HasWorldAthleticsPoints);
    }

    [Fact]
    public async Task A_race_without_tables_grades_nobody()
    {
        var meet = await host.NewMeet().Planned().Ran("1", 0, 4_000, 9_000, age: 40).Gun().StandsAsync();

        Assert.Equal("RACE_NOT_AGE_GRADED", (await Refused.ByAsync(() => GradesAsync(meet))).Reason);
        var result = (await meet.Client.GetParticipantResultAsync(new GetParticipantResultRequest { MeetId = meet.MeetId, Bib = "1" })).Result;
        Assert.Null(result.AgeGrade);
        Assert.False(result.HasWorldAthleticsPoints);
    }

    private static void Graded(Race race) => (race.Rules.AgeGradeTables, race.Rules.PointsEvent) = (2015, "Road Marathon");

    private static async Task<ListAgeGradesResponse> GradesAsync(SampleMeet meet, Sex sex = Sex.Unspecified) =>
        await meet.Client.ListAgeGradesAsync(new ListAgeGradesRequest { MeetId = meet.MeetId, RaceId = SampleMeet.RaceId, Sex = sex });
}
