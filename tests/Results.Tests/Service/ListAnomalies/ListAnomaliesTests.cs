using RaceSystem.Results.V1;

namespace RaceSystem.Results.Tests.Service.ListAnomalies;

public sealed class ListAnomaliesTests(ResultsHost host)
{
    [Fact]
    public async Task What_does_not_add_up_is_listed_with_evidence_and_suggestions()
    {
        var meet = await host.NewMeet().Planned().Entered("1", age: 30).Entered("2", age: 30).Gun()
            .Passed("1", "start", 5).Passed("1", "half", 3000).Passed("1", "finish", 7000)
            .Passed("2", "half", 3100).Passed("2", "finish", 7100).Passed("77", "finish", 7200).StandsAsync();

        var page = await ListAsync(meet);

        Assert.Equal((2, 2), (page.TotalCount, page.OpenCount));
        var unknown = Assert.Single(page.Anomalies, anomaly => anomaly.Kind == AnomalyKind.UnknownChip);
        Assert.Equal("finish", Assert.Single(unknown.Evidence).TimingPointId);
        var start = Assert.Single(page.Anomalies, anomaly => anomaly.Kind == AnomalyKind.FinishWithoutStart);
        Assert.Equal((["2"], "start", SampleMeet.Stamp(0)), (start.Bibs, start.Suggestions[0].CrossingOverride.SplitId, start.Suggestions[0].CrossingOverride.PassingTime));
    }

    [Fact]
    public async Task Pages_and_filters_go_together()
    {
        var meet = host.NewMeet().Planned().Entered("1", age: 30).Gun().Passed("1", "start", 5);
        for (var chip = 0; chip < 7; chip++)
        {
            meet.Passed($"9{chip}", "finish", 7200 + chip);
        }

        await meet.StandsAsync();
        var request = new ListAnomaliesRequest { PageSize = 3, Kinds = { AnomalyKind.UnknownChip }, OpenOnly = true };
        var ids = new List<string>();
        do
        {
            var page = await ListAsync(meet, request);
            Assert.Equal(7, page.TotalCount);
            ids.AddRange(page.Anomalies.Select(anomaly => anomaly.AnomalyId));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);

        Assert.Equal(7, ids.Distinct().Count());
        Assert.Empty((await ListAsync(meet, new ListAnomaliesRequest { MinSeverity = AnomalySeverity.Warning })).Anomalies);
        Assert.Empty((await ListAsync(meet, new ListAnomaliesRequest { Kinds = { AnomalyKind.SwappedBibs } })).Anomalies);
    }

    [Fact]
    public async Task A_page_token_of_another_list_and_an_unknown_race_are_refused()
    {
        var meet = await host.NewMeet().Planned().Entered("1").StandsAsync();

        Assert.Equal("PAGE_TOKEN_INVALID", (await Refused.ByAsync(() => ListAsync(meet, new ListAnomaliesRequest { PageToken = "nonsense" }))).Reason);
        Assert.Equal("PAGE_SIZE_INVALID", (await Refused.ByAsync(() => ListAsync(meet, new ListAnomaliesRequest { PageSize = 5_000 }))).Reason);
        Assert.Equal("RACE_UNKNOWN", (await Refused.ByAsync(() => ListAsync(meet, new ListAnomaliesRequest { RaceId = "nowhere" }))).Reason);
    }

    [Fact]
    public void The_contract_knows_every_kind_under_its_name()
    {
        Assert.Equal(Enum.GetNames<RaceSystem.Results.Core.Anomalies.AnomalyKind>(), Enum.GetNames<AnomalyKind>().Skip(1));
        Assert.Equal(Enum.GetNames<RaceSystem.Results.Core.Anomalies.AnomalyState>(), Enum.GetNames<AnomalyState>().Skip(1));
        Assert.Equal(Enum.GetNames<RaceSystem.Results.Core.Anomalies.AnomalySeverity>(), Enum.GetNames<AnomalySeverity>().Skip(1));
    }

    private static async Task<ListAnomaliesResponse> ListAsync(SampleMeet meet, ListAnomaliesRequest? request = null)
    {
        request ??= new ListAnomaliesRequest();
        request.MeetId = meet.MeetId;
        return await meet.Client.ListAnomaliesAsync(request, cancellationToken: TestContext.Current.CancellationToken);
    }
}
