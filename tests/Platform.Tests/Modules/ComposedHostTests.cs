using System.Collections.Concurrent;
using System.Diagnostics;
using Grpc.Health.V1;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RaceSystem.Platform.Changelog;
using RaceSystem.Platform.Modules;
using RaceSystem.Platform.Telemetry;
using RaceSystem.ServiceDefaults;
using RaceSystem.Testing;

namespace RaceSystem.Platform.Tests.Modules;

/// <summary>An owner and a follower in one process, as AllInOne composes them: SQLite, in-memory bus, gRPC over loopback.</summary>
public sealed class ComposedHostTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1_000_000)]
    [InlineData(10)]
    [InlineData(2)]
    public async Task A_follower_has_what_the_owner_committed_whatever_the_bus_loses(int dropEvery)
    {
        var lossy = new DropSome(dropEvery);
        await using var host = await ModuleHost.StartAsync([new OwnerModule(), new FollowingModule()], services: services => services.AddSingleton<IChangePublishFilter>(lossy));
        var committing = new Committing(host.Services, "m");
        var random = Seed.NextRandom();
        for (var i = 0; i < 60; i++)
        {
            await committing.CommitAsync([.. Enumerable.Range(0, random.Next(1, 40)).Select(_ => $"{(random.Next(5) == 0 ? "gun" : "passings")}/{random.Next(90)}")]);
        }

        await AssertFollowsAsync(host.Services, committing);
        Assert.True(dropEvery > 100 || lossy.Dropped > 0);
    }

    [Fact]
    public async Task A_module_of_the_same_host_is_found_without_configuration()
    {
        using var folder = new TempFolder();
        var builder = WebApplication.CreateBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Configuration.AddInMemoryCollection(
        [
            new("ConnectionStrings:timing-db", $"Data Source={folder.Combine("timing.db")}"),
            new("ConnectionStrings:results-db", $"Data Source={folder.Combine("results.db")}"),
            new("urls", "http://127.0.0.1:0"),
        ]);
        builder.AddServiceDefaults();
        builder.AddModules(new OwnerModule(), new FollowingModule());
        builder.Services.AddSingleton<IChangePublishFilter>(new DropSome(1));
        await using var app = builder.Build();
        app.MapServiceDefaults();
        app.MapModules();
        await app.StartAsync(Token);

        var committing = new Committing(app.Services, "m");
        await committing.CommitAsync("a", "b");
        await app.Services.GetRequiredKeyedService<IChangelogFollower>("results:timing").CatchUpAsync("m", Token);

        await AssertFollowsAsync(app.Services, committing);
        await app.StopAsync(Token);
    }

    [Fact]
    public async Task One_trace_joins_the_commit_to_what_the_follower_received()
    {
        var received = new ConcurrentBag<ActivityTraceId>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => TelemetryNames.All.Contains(source.Name),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                if (activity.OperationName == TelemetryNames.ReceiveActivity)
                {
                    received.Add(activity.TraceId);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        await using var host = await ModuleHost.StartAsync([new OwnerModule(), new FollowingModule()]);
        var committing = new Committing(host.Services, "m");

        await Eventually.TrueAsync(async () =>
        {
            using var upload = new ActivitySource(TelemetryNames.Platform).StartActivity("upload")!;
            await committing.CommitAsync("a");
            await AssertFollowsAsync(host.Services, committing);
            return received.Contains(upload.TraceId);
        });
    }

    [Fact]
    public async Task Health_names_storage_bus_and_what_is_followed()
    {
        await using var host = await ModuleHost.StartAsync([new OwnerModule(), new FollowingModule()]);
        using var http = new HttpClient { BaseAddress = host.BaseAddress };

        await Eventually.TrueAsync(async () => (await http.GetAsync("/health", Token)).IsSuccessStatusCode);
        var report = await http.GetStringAsync("/health", Token);
        var grpc = await new Health.HealthClient(host.Channel).CheckAsync(new HealthCheckRequest(), cancellationToken: Token);

        Assert.All(["timing-db", "results-db", "results-follows-timing", "masstransit-bus"], name => Assert.Contains(name, report));
        Assert.Equal(HealthCheckResponse.Types.ServingStatus.Serving, grpc.Status);
    }

    private static async Task AssertFollowsAsync(IServiceProvider services, Committing committing)
    {
        var follower = services.GetRequiredKeyedService<IChangelogFollower>("results:timing");
        await Eventually.TrueAsync(() => follower.AppliedSequence("m") == committing.Head, state: () => $"{follower.AppliedSequence("m")} of {committing.Head}");
        Assert.Equal(committing.Latest.OrderBy(pair => pair.Key), services.GetRequiredService<LatestRecords>().Of("m").OrderBy(pair => pair.Key));
    }
}
