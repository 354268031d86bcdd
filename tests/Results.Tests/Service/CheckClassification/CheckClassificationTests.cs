using System.Text;
using Google.Protobuf.WellKnownTypes;
using RaceSystem.Results.Tests.Service.Classifications;
using RaceSystem.Results.V1;

namespace RaceSystem.Results.Tests.Service.CheckClassification;

public sealed class CheckClassificationTests(ResultsHost host)
{
    [Fact]
    public async Task Runners_on_the_course_and_a_missing_gun_block()
    {
        var meet = await host.NewMeet().Planned().Entered("1").Passed("1", "start", 3).StandsAsync();
        var check = await CheckAsync(meet);

        Assert.Equal([ClassificationState.Provisional], check.AllowedStates);
        Assert.True(Assert.Single(check.Items, item => item.Kind == CheckItemKind.GunMissing).Blocking);
    }

    [Fact]
    public async Task An_item_is_another_one_when_another_runner_is_concerned()
    {
        var meet = await host.NewMeet().Planned().Entered("1").Passed("1", "start", 3).Gun().StandsAsync();
        var before = Assert.Single((await CheckAsync(meet)).Items, item => item.Kind == CheckItemKind.RunnersOnCourse);
        var same = Assert.Single((await CheckAsync(meet)).Items, item => item.Kind == CheckItemKind.RunnersOnCourse);
        await meet.Entered("2").Passed("2", "start", 3).StandsAsync();
        var after = Assert.Single((await CheckAsync(meet)).Items, item => item.Kind == CheckItemKind.RunnersOnCourse);

        Assert.Equal(before.ItemId, same.ItemId);
        Assert.NotEqual(before.ItemId, after.ItemId);
        Assert.Equal(["1", "2"], after.Bibs);
    }

    [Fact]
    public async Task An_owner_that_is_away_is_an_item()
    {
        var meet = await PublishedMeet.RunAsync(host);
        host.Timing.GoAway(meet.MeetId);
        Assert.Contains((await CheckAsync(meet)).Items, item => item is { Kind: CheckItemKind.LogBehind, Blocking: true });
    }

    [Fact]
    public async Task An_appeal_blocks_until_it_is_decided()
    {
        var meet = await PublishedMeet.RunAsync(host);
        var decision = new Adjudication { RaceId = SampleMeet.RaceId, Bib = "1", Penalty = new Penalty { Time = Duration.FromTimeSpan(TimeSpan.FromSeconds(10)), RuleNumber = "TR 1" }, Note = "cut a corner", DecidedBy = "referee" };
        var recorded = await meet.Client.RecordAdjudicationAsync(new RecordAdjudicationRequest { MeetId = meet.MeetId, Adjudication = decision }, cancellationToken: TestContext.Current.CancellationToken);
        var id = recorded.Adjudication.AdjudicationId;
        await meet.Client.LodgeAppealAsync(new LodgeAppealRequest { MeetId = meet.MeetId, RaceId = SampleMeet.RaceId, AdjudicationId = id, LodgedBy = "Coach Kim", Grounds = "no" }, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(["1"], Assert.Single((await CheckAsync(meet)).Items, item => item is { Kind: CheckItemKind.AppealOpen, Blocking: true }).Bibs);

        await meet.PublishAsync();
        var document = Encoding.UTF8.GetString(await meet.DocumentAsync());
        Assert.Contains($$"""[{"adjudication_id":"{{id}}","decision":"PENALTY","rule":"TR 1","time_us":10000000}]""", document, StringComparison.Ordinal);
        Assert.DoesNotContain("cut a corner", document, StringComparison.Ordinal);
    }

    private static async Task<CheckClassificationResponse> CheckAsync(SampleMeet meet) =>
        await meet.Client.CheckClassificationAsync(new CheckClassificationRequest { MeetId = meet.MeetId, RaceId = SampleMeet.RaceId }, cancellationToken: TestContext.Current.CancellationToken);
}
