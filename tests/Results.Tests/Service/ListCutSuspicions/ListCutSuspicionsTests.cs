using System.Globalization;
using Grpc.Core;
using RaceSystem.Results.V1;

namespace RaceSystem.Results.Tests.Service.ListCutSuspicions;

public sealed class ListCutSuspicionsTests(ResultsHost host)
{
    [Fact]
    public async Task A_runner_who_cut_the_second_half_is_listed_with_the_evidence()
    {
        var meet = await FieldAsync(cutters: 1);

        var response = await ListAsync(meet, new ListCutSuspicionsRequest());

        var suspicion = Assert.Single(response.Suspicions);
        Assert.Equal(("0", "e-0", "half", "finish", 21_097), (suspicion.Bib, suspicion.EntryId, suspicion.FromSplitId, suspicion.ToSplitId, suspicion.DistanceM));
        Assert.Equal((0.8, 1), (response.MinProbability, response.TotalCount));
        Assert.InRange(suspicion.Probability, 0.8, 1);
        Assert.True(suspicion.Elapsed.ToTimeSpan() < suspicion.ExpectedElapsed.ToTimeSpan());
        Assert.InRange(suspicion.SkippedM, 8_000, 15_000);
        Assert.InRange(suspicion.SkippedM, suspicion.SkippedLowM, suspicion.SkippedHighM);
        Assert.Empty(suspicion.MissedMats);
        Assert.InRange(suspicion.FasterShare, 0, 0.01);
        Assert.Equal(150, suspicion.ComparedCount);
    }

    [Fact]
    public async Task Pages_are_of_one_list()
    {
        var meet = await FieldAsync(cutters: 3);

        var first = await ListAsync(meet, new ListCutSuspicionsRequest { PageSize = 2 });
        var second = await ListAsync(meet, new ListCutSuspicionsRequest { PageSize = 2, PageToken = first.NextPageToken });

        Assert.Equal((2, 1, "", 3), (first.Suspicions.Count, second.Suspicions.Count, second.NextPageToken, second.TotalCount));
        Assert.Equal(["0", "1", "2"], first.Suspicions.Concat(second.Suspicions).Select(suspicion => suspicion.Bib).Order());
        Assert.Equal("PAGE_TOKEN_INVALID", (await Refused.ByAsync(() => ListAsync(meet, new ListCutSuspicionsRequest { MinProbability = 0.5, PageToken = first.NextPageToken }))).Reason);
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(0.001)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public async Task A_threshold_that_is_no_probability_is_refused(double threshold)
    {
        var meet = await host.NewMeet().Planned().StandsAsync();

        var refused = await Refused.ByAsync(() => ListAsync(meet, new ListCutSuspicionsRequest { MinProbability = threshold }));

        Assert.Equal((StatusCode.InvalidArgument, "PROBABILITY_INVALID"), (refused.Code, refused.Reason));
    }

    [Fact]
    public async Task A_race_where_nobody_ran_has_no_suspicions()
    {
        var meet = await host.NewMeet().Planned().Entered("1").StandsAsync();

        Assert.Empty((await ListAsync(meet, new ListCutSuspicionsRequest { MinProbability = 0.01 })).Suspicions);
    }

    [Fact]
    public async Task An_unknown_race_is_refused()
    {
        var meet = await host.NewMeet().Planned().StandsAsync();
        var request = new ListCutSuspicionsRequest { MeetId = meet.MeetId, RaceId = "half" };

        Assert.Equal("RACE_UNKNOWN", (await Refused.ByAsync(() => meet.Client.ListCutSuspicionsAsync(request).ResponseAsync)).Reason);
    }

    // Steady runners; the first ones skip 12 km of the second half.
    private async Task<SampleMeet> FieldAsync(int cutters)
    {
        var meet = host.NewMeet().Planned().Gun();
        for (var i = 0; i < 150; i++)
        {
            var half = 5_400 + (i * 20);
            var second = half * (1.02 + (0.001 * (i * 7 % 41)));
            meet.Ran(i.ToString(CultureInfo.InvariantCulture), 1 + i, 1 + i + half, 1 + i + half + (i < cutters ? second * 9 / 21 : second));
        }

        return await meet.StandsAsync();
    }

    private static async Task<ListCutSuspicionsResponse> ListAsync(SampleMeet meet, ListCutSuspicionsRequest request)
    {
        request.MeetId = meet.MeetId;
        request.RaceId = SampleMeet.RaceId;
        return await meet.Client.ListCutSuspicionsAsync(request, cancellationToken: TestContext.Current.CancellationToken);
    }
}
