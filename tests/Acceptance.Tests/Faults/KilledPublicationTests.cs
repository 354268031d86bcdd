using System.Diagnostics;
using Grpc.Core;
using RaceSystem.Acceptance.Tests.Certification;
using RaceSystem.Acceptance.Tests.Systems;

namespace RaceSystem.Acceptance.Tests.Faults;

/// <summary>A version is there with rows, evidence and persons, or not at all, whenever the process dies.</summary>
public sealed class KilledPublicationTests(RunningSystems systems)
{
    private const int Kills = 4;

    [Theory]
    [InlineData(SystemShape.AllInOne, "allinone")]
    [InlineData(SystemShape.SeparateHosts, "results")]
    public async Task Kill_minus_nine_in_the_middle_of_a_publication_leaves_nothing_half_done_and_the_same_request_finishes_it(SystemShape shape, string name)
    {
        var system = await systems.GetAsync(shape);
        var host = system.Hosts[name];
        var field = await PublishedField.RunAsync(system, runners: 1_000);
        using var client = field.At(system.Results);
        var started = Stopwatch.GetTimestamp();
        await client.PublishAsync("before");
        var usual = Stopwatch.GetElapsedTime(started);

        for (var kill = 0; kill < Kills; kill++)
        {
            // Spread over the whole of it and a little more: while it collects, scores, commits, and has answered.
            var after = usual * (0.25 + 0.3 * kill);
            using var dying = field.At(system.Results);
            var asked = Stopwatch.GetTimestamp();
            var cut = dying.PublishAsync($"cut-{kill}");
            await Eventually.TrueAsync(() => Task.FromResult(Stopwatch.GetElapsedTime(asked) >= after));
            await host.KillAsync();
            var answered = await AnswerAsync(cut);
            await host.RestartAsync();

            using var again = field.At(system.Results);
            var left = await again.RequireChainAsync();
            var repeated = await RepeatAsync(again, $"cut-{kill}", host);
            var now = await again.RequireChainAsync();
            TestContext.Current.TestOutputHelper?.WriteLine($"killed after {after.TotalMilliseconds:F0} ms of {usual.TotalMilliseconds:F0}: {left.Count - kill - 1} versions left of it, answered: {answered is not null}");

            Assert.InRange(left.Count, kill + 1, kill + 2);
            Assert.Equal(kill + 2, now.Count);
            Assert.Equal(now[^1], repeated);
            Assert.Equal(answered ?? repeated, repeated);
            Assert.Equal(left, now.Take(left.Count));
        }
    }

    /// <summary>What the dying process managed to answer; null: nothing.</summary>
    private static async Task<Results.V1.Classification?> AnswerAsync(Task<Results.V1.Classification> cut)
    {
        try
        {
            return await cut;
        }
        catch (RpcException error) when (error.StatusCode is StatusCode.Unavailable or StatusCode.Internal or StatusCode.Cancelled)
        {
            return null;
        }
    }

    /// <summary>Healthy is a host before it has read all logs; a caller sends its request again until it is answered.</summary>
    private static Task<Results.V1.Classification> RepeatAsync(PublishingClient client, string requestId, HostProcess host) => Eventually.ValueAsync(
        async () =>
        {
            try
            {
                return await client.PublishAsync(requestId);
            }
            catch (RpcException error) when (error.StatusCode is StatusCode.Unavailable or StatusCode.NotFound)
            {
                return null;
            }
        },
        TimeSpan.FromSeconds(60),
        () => host.Output);
}
