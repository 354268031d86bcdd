using RaceSystem.Results.V1;

namespace RaceSystem.Results.Tests.Service.ListAdjudications;

public sealed class ListAdjudicationsTests(ResultsHost host)
{
    [Fact]
    public async Task Decisions_are_listed_in_the_order_in_which_they_count_page_by_page()
    {
        var meet = await host.NewMeet().Planned().Gun().Ran("1", 0, 4000, 8000).Ran("2", 0, 4000, 8050).Ran("3", 0, 4000, 8100).StandsAsync();
        await meet.DecideAsync(new Adjudication { AdjudicationId = "c", Bib = "1", NotClassification = new NotClassification() });
        await meet.DecideAsync(new Adjudication { AdjudicationId = "a", Bib = "2", BibSwap = new BibSwap { OtherBib = "3" } });
        await meet.DecideAsync(new Adjudication { AdjudicationId = "b", RaceId = SampleMeet.RaceId, FinishOrder = new FinishOrder { Bibs = { "3", "2" } } });

        var first = await ListAsync(meet, new ListAdjudicationsRequest { PageSize = 2 });
        var second = await ListAsync(meet, new ListAdjudicationsRequest { PageSize = 2, PageToken = first.NextPageToken });

        Assert.Equal(["c", "a"], first.Adjudications.Select(adjudication => adjudication.AdjudicationId));
        Assert.Equal(["b"], second.Adjudications.Select(adjudication => adjudication.AdjudicationId));
        Assert.Equal((3, ""), (second.TotalCount, second.NextPageToken));
        Assert.Equal(["a", "b"], (await ListAsync(meet, new ListAdjudicationsRequest { Bib = "3" })).Adjudications.Select(adjudication => adjudication.AdjudicationId));
        Assert.Empty((await ListAsync(meet, new ListAdjudicationsRequest { OpenAppealsOnly = true })).Adjudications);
        Assert.Equal("RACE_UNKNOWN", (await Refused.ByAsync(() => ListAsync(meet, new ListAdjudicationsRequest { RaceId = "ten" }))).Reason);
        Assert.Equal("PAGE_TOKEN_INVALID", (await Refused.ByAsync(() => ListAsync(meet, new ListAdjudicationsRequest { PageToken = first.NextPageToken, Bib = "1" }))).Reason);
    }

    private async Task<ListAdjudicationsResponse> ListAsync(SampleMeet meet, ListAdjudicationsRequest request)
    {
        request.MeetId = meet.MeetId;
        return await host.Client.ListAdjudicationsAsync(request, cancellationToken: TestContext.Current.CancellationToken);
    }
}
