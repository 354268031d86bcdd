using Grpc.Core;
using RaceSystem.Results.V1;

namespace RaceSystem.Results.Tests.Service.StreamResults;

public sealed class StreamResultsTests(ResultsHost host)
{
    [Fact]
    public async Task Ranked_runners_come_by_place_and_the_others_by_bib()
    {
        var meet = await host.NewMeet().Planned().Entered("F10").Entered("10").Entered("9").Ran("3", 0, 4000, 9000).Ran("20", 0, 4000, 8000).Gun().StandsAsync();

        var results = await AllAsync(meet);

        Assert.Equal(["20", "3", "9", "10", "F10"], results.SelectMany(message => message.Results).Select(result => result.Standing.Bib));
        Assert.All(results.SelectMany(message => message.Results), result => Assert.Equal(3, result.Splits.Count));
    }

    [Fact]
    public async Task Messages_are_bounded_and_of_one_snapshot()
    {
        var meet = host.NewMeet().Planned();
        for (var i = 1; i <= 1_100; i++)
        {
            meet.Entered($"{i}");
        }

        var messages = await AllAsync(await meet.StandsAsync());

        Assert.Equal([500, 500, 100], messages.Select(message => message.Results.Count));
        Assert.Single(messages.Select(message => message.SnapshotVersion).Distinct());
    }

    [Fact]
    public async Task An_unknown_race_is_refused()
    {
        var meet = await host.NewMeet().Planned().StandsAsync();

        Assert.Equal("RACE_UNKNOWN", (await Refused.ByAsync(() => AllAsync(meet, "5k"))).Reason);
    }

    private static async Task<List<StreamResultsResponse>> AllAsync(SampleMeet meet, string raceId = "")
    {
        using var call = meet.Client.StreamResults(new StreamResultsRequest { MeetId = meet.MeetId, RaceId = raceId });
        var messages = new List<StreamResultsResponse>();
        await foreach (var message in call.ResponseStream.ReadAllAsync(TestContext.Current.CancellationToken))
        {
            messages.Add(message);
        }

        return messages;
    }
}
