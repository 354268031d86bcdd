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
        host.Timing.IsAway = true;
        try
        {
            Assert.Contains((await CheckAsync(meet)).Items, item => item is { Kind: CheckItemKind.LogBehind, Blocking: true });
        }
        finally
        {
            host.Timing.IsAway = false;
        }
    }

    private static async Task<CheckClassificationResponse> CheckAsync(SampleMeet meet) =>
        await meet.Client.CheckClassificationAsync(new CheckClassificationRequest { MeetId = meet.MeetId, RaceId = SampleMeet.RaceId }, cancellationToken: TestContext.Current.CancellationToken);
}
