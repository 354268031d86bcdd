using Grpc.Net.Client;
using RaceSystem.Results.V1;

namespace RaceSystem.Acceptance.Tests.Systems;

/// <summary>Looks how far a race has come, over the same API as everybody.</summary>
internal sealed class MeetProgressProbe(Uri results) : IDisposable
{
    private readonly GrpcChannel _channel = GrpcChannel.ForAddress(results);

    /// <summary>The only race of the meet.</summary>
    public async Task<RaceProgress> RaceAsync(string meetId) => Assert.Single((await MeetAsync(meetId)).Races);

    /// <summary>Waits until so much of Timing's log is in the standings; returns how much it is.</summary>
    public async Task<long> TimingSequenceAsync(string meetId, long atLeast, Func<string> state)
    {
        var progress = await Eventually.ValueAsync(
            async () => await MeetAsync(meetId) is { } meet && meet.TimingSequence >= atLeast ? meet : null,
            TimeSpan.FromSeconds(60),
            state);
        return progress.TimingSequence;
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

    private async Task<GetMeetProgressResponse> MeetAsync(string meetId)
    {
        var client = new ResultsService.ResultsServiceClient(_channel);
        return await client.GetMeetProgressAsync(new GetMeetProgressRequest { MeetId = meetId }, deadline: TimeProvider.System.GetUtcNow().UtcDateTime.AddSeconds(5));
    }

    public void Dispose() => _channel.Dispose();
}
