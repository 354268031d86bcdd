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
    public async Task A_suspicion_is_an_anomaly_and_a_dismissed_one_shows_as_such_in_both_lists()
    {
        var meet = await FieldAsync(cutters: 2);
        var request = new ListAnomaliesRequest { MeetId = meet.MeetId, Kinds = { AnomalyKind.CutSuspected } };
        var first = await ListAsync(meet, new ListCutSuspicionsRequest());
        var anomalies = await meet.Client.ListAnomaliesAsync(request, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(first.Suspicions.Select(Facts).Order(), anomalies.Anomalies.Select(Facts).Order());
        Assert.All(anomalies.Anomalies, anomaly => Assert.Equal((AnomalyState.Open, "TR 55.10"), (anomaly.State, anomaly.Suggestions[0].Disqualification.RuleNumber)));

        var dismissed = first.Suspicions[0];
        var dismissal = new Adjudication { RaceId = SampleMeet.RaceId, AnomalyDismissal = new AnomalyDismissal { AnomalyId = dismissed.AnomalyId } };
        var recorded = (await meet.DecideAsync(dismissal)).Adjudication;
        var settled = first.Suspicions[1];
        await meet.DecideAsync(new Adjudication { RaceId = SampleMeet.RaceId, Bib = settled.Bib, Disqualification = new Disqualification { RuleNumber = "TR 55.10" } });
        await meet.Entered("late").Passed("late", "start", 900).StandsAsync();

        var after = (await ListAsync(meet, new ListCutSuspicionsRequest())).Suspicions;
        anomalies = await meet.Client.ListAnomaliesAsync(request, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(after.Select(Facts).Order(), anomalies.Anomalies.Select(Facts).Order());
        Assert.Equal((AnomalyState.Dismissed, recorded.AdjudicationId), Told(dismissed));
        Assert.Equal(AnomalyState.Decided, Told(settled).State);
        Assert.Equal(0, anomalies.OpenCount);

        (AnomalyState State, string Id) Told(CutSuspicion before) => after.Where(suspicion => suspicion.AnomalyId == before.AnomalyId).Select(suspicion => (suspicion.State, suspicion.AdjudicationId)).Single();
    }

    [Fact]
    public async Task A_suspicion_below_the_threshold_may_be_dismissed()
    {
        var meet = await FieldAsync(cutters: 0, doubtful: true);
        var suspicion = (await ListAsync(meet, new ListCutSuspicionsRequest { MinProbability = 0.01 })).Suspicions.First(suspicion => suspicion.Probability < 0.8);
        Assert.Equal(AnomalyState.Open, suspicion.State);

        await meet.DecideAsync(new Adjudication { RaceId = SampleMeet.RaceId, AnomalyDismissal = new AnomalyDismissal { AnomalyId = suspicion.AnomalyId } });

        Assert.Equal(AnomalyState.Dismissed, Assert.Single((await ListAsync(meet, new ListCutSuspicionsRequest { MinProbability = 0.01 })).Suspicions, after => after.AnomalyId == suspicion.AnomalyId).State);
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

    private static string Facts(CutSuspicion suspicion) => $"{suspicion.AnomalyId} {suspicion.Bib} {suspicion.State} {suspicion.AdjudicationId}";

    private static string Facts(Anomaly anomaly) => $"{anomaly.AnomalyId} {Assert.Single(anomaly.Bibs)} {anomaly.State} {anomaly.AdjudicationId}";

    // Steady runners; the first ones skip 12 km of the second half, doubtful ones gain 2 to 18 % there.
    private async Task<SampleMeet> FieldAsync(int cutters, bool doubtful = false)
    {
        var meet = host.NewMeet().Planned().Gun();
        for (var i = 0; i < 150; i++)
        {
            var half = 5_400 + (i * 20);
            var second = half * (1.02 + (0.001 * (i * 7 % 41)));
            meet.Ran(i.ToString(CultureInfo.InvariantCulture), 1 + i, 1 + i + half, 1 + i + half + (i < cutters ? second * 9 / 21 : doubtful && i >= 60 && i % 10 == 0 ? second * (0.98 - (0.002 * (i - 60))) : second));
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
