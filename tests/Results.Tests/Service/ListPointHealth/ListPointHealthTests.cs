using System.Globalization;
using Grpc.Core;
using RaceSystem.Results.V1;

namespace RaceSystem.Results.Tests.Service.ListPointHealth;

public sealed class ListPointHealthTests(ResultsHost host)
{
    [Fact]
    public async Task Minutes_of_an_outage_have_a_high_probability()
    {
        var meet = await FieldAsync();

        var all = await ListAsync(meet, new ListPointHealthRequest { PageSize = 1_000 });
        var failed = await ListAsync(meet, new ListPointHealthRequest { SplitId = "half", MinFailureProbability = 0.5 });

        Assert.Equal(["start", "half"], all.Minutes.Select(minute => minute.SplitId).Distinct());
        Assert.Equal((200, 200), (all.Minutes.Where(minute => minute.SplitId == "start").Sum(minute => minute.ExpectedCount), all.Minutes.Where(minute => minute.SplitId == "start").Sum(minute => minute.ReadCount)));
        Assert.Equal(40, all.Minutes.Sum(minute => minute.ExpectedCount - minute.ReadCount));
        Assert.InRange(failed.Minutes.Count, 3, 6);
        Assert.All(failed.Minutes, minute => Assert.True(minute.ReadCount < minute.ExpectedCount));
        Assert.All(failed.Minutes, minute => Assert.Equal("half", minute.TimingPointId));
    }

    [Fact]
    public async Task Pages_are_of_one_list()
    {
        var meet = await FieldAsync();
        var minutes = new List<PointMinute>();
        var request = new ListPointHealthRequest { PageSize = 7 };
        ListPointHealthResponse response;
        do
        {
            response = await ListAsync(meet, request);
            minutes.AddRange(response.Minutes);
            request.PageToken = response.NextPageToken;
        }
        while (request.PageToken.Length > 0);

        Assert.Equal(response.TotalCount, minutes.Count);
        Assert.Equal(minutes.Count, minutes.Select(minute => (minute.SplitId, minute.MinuteTime)).Distinct().Count());
    }

    [Fact]
    public async Task A_split_that_is_not_there_and_a_wrong_probability_are_refused()
    {
        var meet = await host.NewMeet().Planned().StandsAsync();

        Assert.Equal("SPLIT_UNKNOWN", (await Refused.ByAsync(() => ListAsync(meet, new ListPointHealthRequest { SplitId = "30k" }))).Reason);
        var refused = await Refused.ByAsync(() => ListAsync(meet, new ListPointHealthRequest { MinFailureProbability = 2 }));
        Assert.Equal((StatusCode.InvalidArgument, "PROBABILITY_INVALID"), (refused.Code, refused.Reason));
    }

    // Ten runners a minute; the mat at the half misses forty in a row.
    private async Task<SampleMeet> FieldAsync()
    {
        var meet = host.NewMeet().Planned().Gun();
        for (var i = 0; i < 200; i++)
        {
            var bib = i.ToString(CultureInfo.InvariantCulture);
            meet.Entered(bib).Passed(bib, "start", 1 + i).Passed(bib, "finish", 11_000 + (i * 12));
            if (i is < 80 or >= 120)
            {
                meet.Passed(bib, "half", 5_400 + (i * 6));
            }
        }

        return await meet.StandsAsync();
    }

    private static async Task<ListPointHealthResponse> ListAsync(SampleMeet meet, ListPointHealthRequest request)
    {
        request.MeetId = meet.MeetId;
        request.RaceId = SampleMeet.RaceId;
        return await meet.Client.ListPointHealthAsync(request, cancellationToken: TestContext.Current.CancellationToken);
    }
}
