using RaceSystem.Results.V1;

namespace RaceSystem.Results.Tests.Service.ListPredictions;

public sealed class ListPredictionsTests(ResultsHost host)
{
    [Fact]
    public async Task Runners_on_the_course_are_predicted_with_an_interval()
    {
        var meet = await host.NewMeet().Planned()
            .Ran("1", 1, 4_000, 8_500)
            .Entered("2").Passed("2", "start", 30).Passed("2", "half", 5_300)
            .Entered("3").Passed("3", "start", 30).Passed("3", "half", 4_400)
            .Entered("4").Passed("4", "start", 30)
            .Gun().StandsAsync();

        var all = await ListAsync(meet);

        // Who has finished, or has only started, is not predicted.
        Assert.Equal([("3", 2), ("2", 3)], all.Predictions.Select(row => (row.Standing.Bib, row.ProjectedPlaces.Overall)));
        var (finish, half) = (all.Predictions[0].Finish, 4_400);
        Assert.Equal("finish", finish.SplitId);
        Assert.InRange((finish.ExpectedTime - SampleMeet.Stamp(half)).Seconds, 4_370, 5_100);
        Assert.True(finish.LowTime < finish.ExpectedTime && finish.ExpectedTime < finish.HighTime);
        Assert.Equal((finish.ExpectedTime - SampleMeet.Stamp(0)).Seconds, finish.OfficialTime.Seconds);
        Assert.Equal(all.Predictions[0].Next, finish);

        var one = await ListAsync(meet, "2");
        Assert.Equal(all.Predictions[1], Assert.Single(one.Predictions));
        Assert.Empty((await ListAsync(meet, "1")).Predictions);

        // Several: in the order asked for, without those who are not predicted or not known.
        var some = await meet.Client.ListPredictionsAsync(new ListPredictionsRequest { MeetId = meet.MeetId, RaceId = SampleMeet.RaceId, Bibs = { "2", "1", "77", "3", "2" } });
        Assert.Equal([all.Predictions[1], all.Predictions[0]], some.Predictions);
    }

    [Fact]
    public async Task Pages_follow_each_other()
    {
        var meet = host.NewMeet().Planned().Gun();
        for (var i = 1; i <= 5; i++)
        {
            meet.Entered($"{i}").Passed($"{i}", "start", 1).Passed($"{i}", "half", 4_000 + i);
        }

        await meet.StandsAsync();
        var first = await ListAsync(meet, pageSize: 3);
        var second = await ListAsync(meet, pageSize: 3, pageToken: first.NextPageToken);

        Assert.Equal(["1", "2", "3", "4", "5"], first.Predictions.Concat(second.Predictions).Select(row => row.Standing.Bib));
        Assert.Equal(("", 5), (second.NextPageToken, second.TotalCount));
    }

    [Fact]
    public async Task What_cannot_be_answered_is_refused()
    {
        var meet = await host.NewMeet().Planned().StandsAsync();

        Assert.Equal("BIB_UNKNOWN", (await Refused.ByAsync(() => ListAsync(meet, "77"))).Reason);
        Assert.Equal("ID_INVALID", (await Refused.ByAsync(() => ListAsync(meet, "?"))).Reason);
        Assert.Equal("FILTER_INVALID", (await Refused.ByAsync(() => ListAsync(meet, Enumerable.Range(1, 201)))).Reason);
        Assert.Equal("FILTER_INVALID", (await Refused.ByAsync(() => ListAsync(meet, [2], "1"))).Reason);
        Assert.Equal("PAGE_SIZE_INVALID", (await Refused.ByAsync(() => ListAsync(meet, pageSize: 1_001))).Reason);
    }

    private static async Task<ListPredictionsResponse> ListAsync(SampleMeet meet, IEnumerable<int> bibs, string bib = "") => await meet.Client.ListPredictionsAsync(
        new ListPredictionsRequest { MeetId = meet.MeetId, RaceId = SampleMeet.RaceId, Bib = bib, Bibs = { bibs.Select(number => $"{number}") } });

    private static async Task<ListPredictionsResponse> ListAsync(SampleMeet meet, string bib = "", int pageSize = 0, string pageToken = "") => await meet.Client.ListPredictionsAsync(
        new ListPredictionsRequest { MeetId = meet.MeetId, RaceId = SampleMeet.RaceId, Bib = bib, PageSize = pageSize, PageToken = pageToken }, cancellationToken: TestContext.Current.CancellationToken);
}
