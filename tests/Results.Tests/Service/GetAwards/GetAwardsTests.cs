using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using RaceSystem.Registration.V1;
using RaceSystem.Results.V1;

namespace RaceSystem.Results.Tests.Service.GetAwards;

public sealed class GetAwardsTests(ResultsHost host)
{
    [Fact]
    public async Task Awards_and_records_come_with_winners_and_who_was_passed_over()
    {
        var meet = await host.NewMeet().Planned(RuleProfile.NetWithGunFallback, Rules)
            .Ran("1", 10, 4_000, 9_000, age: 45).Ran("2", 100, 4_000, 9_010.5, age: 41).Entered("3").Passed("3", "start", 5).Gun().StandsAsync();

        var awards = await AwardsAsync(meet);

        Assert.Equal(["overall", "masters"], awards.Awards.Select(award => award.AwardId));
        var overall = awards.Awards[0];
        Assert.Equal((1, AwardBasis.Gun, ""), (overall.Depth, overall.Basis, overall.DivisionId));
        Assert.Equal([(1, "1", 9_000L)], overall.Winners.Select(winner => (winner.Place, winner.Standing.Bib, winner.Time.Seconds)));
        Assert.Equal([(1, "2", 8_911L)], awards.Awards[1].Winners.Select(winner => (winner.Place, winner.Standing.Bib, winner.Time.Seconds)));
        Assert.Equal([("1", "overall")], awards.Awards[1].PassedOver.Select(passed => (passed.Bib, passed.AwardId)));
        Assert.Equal([RecordState.Broken, RecordState.Stands], awards.Records.Select(record => record.State));
        Assert.Equal([("2", true), ("1", false)], awards.Records[0].Marks.Select(mark => (mark.Standing.Bib, mark.Breaks)));
        Assert.Equal("Kim", awards.Records[0].Record.Holder);
        Assert.Equal(1, awards.OnCourseCount);
    }

    [Fact]
    public async Task One_award_can_be_asked_for_and_an_unknown_one_is_refused()
    {
        var meet = await host.NewMeet().Planned(RuleProfile.NetWithGunFallback, Rules).Ran("1", 10, 4_000, 9_000).Gun().StandsAsync();

        var masters = await AwardsAsync(meet, "masters");

        Assert.Equal(("masters", "M40", 0), (Assert.Single(masters.Awards).AwardId, masters.Awards[0].DivisionId, masters.Records.Count));
        var refused = await Refused.ByAsync(() => AwardsAsync(meet, "beauty"));
        Assert.Equal((StatusCode.NotFound, "AWARD_UNKNOWN"), (refused.Code, refused.Reason));
    }

    [Fact]
    public async Task A_race_without_awards_has_none()
    {
        var meet = await host.NewMeet().Planned().Ran("1", 10, 4_000, 9_000).Gun().StandsAsync();

        Assert.Empty((await AwardsAsync(meet)).Awards);
    }

    [Fact]
    public async Task A_disqualified_runner_wins_nothing()
    {
        var meet = await host.NewMeet().Planned(RuleProfile.NetWithGunFallback, Rules).Ran("1", 10, 4_000, 9_000).Ran("2", 10, 4_000, 9_100).Gun().StandsAsync();
        var declared = await meet.DeclareAsync("dq", ("1", ResultStatus.Dsq));
        await RaceSystem.Testing.Eventually.TrueAsync(async () => (await meet.ProgressAsync()).ResultsSequence >= declared.ResultsSequence);

        Assert.Equal("2", Assert.Single((await AwardsAsync(meet)).Awards[0].Winners).Standing.Bib);
    }

    private static void Rules(Race race)
    {
        race.Awards.Add(new AwardRule { AwardId = "overall", Depth = 1, Basis = AwardBasis.Gun });
        race.Awards.Add(new AwardRule { AwardId = "masters", Depth = 3, Basis = AwardBasis.Net, DivisionIds = { "M40" }, Exclusive = true });
        race.Records.Add(new StandingRecord { RecordId = "course", Time = Duration.FromTimeSpan(TimeSpan.FromSeconds(8_990)), Holder = "Kim" });
        race.Records.Add(new StandingRecord { RecordId = "women", Sex = Sex.Female, Time = Duration.FromTimeSpan(TimeSpan.FromSeconds(9_990)) });
    }

    private static async Task<GetAwardsResponse> AwardsAsync(SampleMeet meet, string awardId = "") =>
        await meet.Client.GetAwardsAsync(new GetAwardsRequest { MeetId = meet.MeetId, RaceId = SampleMeet.RaceId, AwardId = awardId });
}
