using Microsoft.Extensions.DependencyInjection;
using RaceSystem.Platform.Changelog;
using RaceSystem.Testing;
using RaceSystem.Testing.Servers;

namespace RaceSystem.Platform.Tests.Modules;

/// <summary>The same over RabbitMQ, which goes away and comes back.</summary>
public sealed class BrokerTests
{
    [Fact]
    public async Task A_host_runs_and_loses_nothing_while_the_broker_is_away()
    {
        await using var broker = new RabbitMqFixture();
        var address = await broker.CreateVirtualHostAsync();
        await using var host = await ModuleHost.StartAsync(
            [new OwnerModule(), new FollowingModule()],
            new Dictionary<string, string?> { ["ConnectionStrings:messaging"] = address.ToString() });
        var committing = new Committing(host.Services, "m");
        var follower = host.Services.GetRequiredKeyedService<IChangelogFollower>("results:timing");

        await CommitAsync(committing, 20);
        await Eventually.TrueAsync(() => follower.AppliedSequence("m") == committing.Head);

        await broker.KillAsync();
        await CommitAsync(committing, 20);
        await Eventually.TrueAsync(() => follower.AppliedSequence("m") == committing.Head);

        await broker.RestartAsync();
        await CommitAsync(committing, 20);
        await Eventually.TrueAsync(() => follower.AppliedSequence("m") == committing.Head);
        Assert.Equal(committing.Latest.OrderBy(pair => pair.Key), host.Services.GetRequiredService<LatestRecords>().Of("m").OrderBy(pair => pair.Key));
    }

    [Fact]
    public async Task A_host_starts_while_the_broker_is_away()
    {
        await using var host = await ModuleHost.StartAsync(
            [new OwnerModule(), new FollowingModule()],
            new Dictionary<string, string?> { ["ConnectionStrings:messaging"] = $"amqp://guest:guest@127.0.0.1:{FreePort.Next()}" });
        using var http = new HttpClient { BaseAddress = host.BaseAddress };
        var committing = new Committing(host.Services, "m");
        var follower = host.Services.GetRequiredKeyedService<IChangelogFollower>("results:timing");

        await CommitAsync(committing, 3);

        await Eventually.TrueAsync(() => follower.AppliedSequence("m") == committing.Head);
        Assert.False((await http.GetAsync("/health", TestContext.Current.CancellationToken)).IsSuccessStatusCode);
    }

    private static async Task CommitAsync(Committing committing, int commits)
    {
        for (var i = 0; i < commits; i++)
        {
            await committing.CommitAsync($"passings/{i % 7}", $"gun/{i % 3}");
        }
    }
}
