using Grpc.Net.Client;
using RaceSystem.Results.V1;

namespace RaceSystem.Acceptance.Tests.Systems;

/// <summary>Looks how far a race has come, over the same API as everybody.</summary>
internal sealed class MeetProgressProbe(Uri results) : IDisposable
{
    private readonly GrpcChannel _channel = GrpcChannel.ForAddress(results);

    /// <summary>The only race of the meet.</summary>
    public async Task<RaceProgress> RaceAsync(string meetId)
    {
        var client = new ResultsService.ResultsServiceClient(_channel);
        var progress = await client.GetMeetProgressAsync(new GetMeetProgressRequest { MeetId = meetId }, deadline: TimeProvider.System.GetUtcNow().UtcDateTime.AddSeconds(5));
        return Assert.Single(progress.Races);
    }

    /// <summary>Waits until a share of the field was measured at half of the way; fails when the replay ended before.</summary>
    public async Task<RaceProgress> MiddleAsync(string meetId, double share, Func<bool> ended, Func<string> state)
    {
        var middle = await Eventually.ValueAsync(
            async () =>
            {
                Assert.False(ended(), $"The replay ended before the middle was seen:\n{state()}");
                var race = await RaceAsync(meetId);
                return race.Splits.Any(split => split.DistanceM is > 15_000 and < 25_000 && split.PassedCount > share * race.EntryCount) ? race : null;
            },
            TimeSpan.FromSeconds(60),
            state);
        Assert.True(middle.FinishedCount < middle.EntryCount / 2, $"{middle.FinishedCount} of {middle.EntryCount} had finished: not the middle.");
        return middle;
    }

    public void Dispose() => _channel.Dispose();
}
