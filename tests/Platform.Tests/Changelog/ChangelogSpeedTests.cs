using System.Diagnostics;
using RaceSystem.Platform.Changelog;
using RaceSystem.Platform.Changelog.Following;
using RaceSystem.Platform.Storage;
using RaceSystem.Platform.Tests.Storage;

namespace RaceSystem.Platform.Tests.Changelog;

/// <summary>How fast a log is, at the size of the largest race. Run on purpose only: <c>dotnet test -- xUnit.Explicit=only</c>.</summary>
public sealed class ChangelogSpeedTests(DatabaseFixture databases, ITestOutputHelper output)
{
    private const int Records = 480_000;
    private const int BatchSize = 2_000;

    [Theory(Explicit = true), EveryStorage]
    public async Task Passings_of_a_large_race(StorageProvider provider)
    {
        await using var opened = await databases.OpenAsync(provider);
        var keys = Enumerable.Range(0, Records).Select(i => $"passings/split-{i % 10}/{(i * 7919L % Records) + 58_003_000_000:D12}").ToArray();
        var value = new byte[150];
        Random.Shared.NextBytes(value);

        await MeasureAsync($"{provider} commit, new keys", () => CommitAllAsync(opened.Changelog, keys, value));
        await MeasureAsync($"{provider} commit, known keys", () => CommitAllAsync(opened.Changelog, keys, value));
        var pages = new List<ChangelogPage>();
        await MeasureAsync($"{provider} list", async () =>
        {
            for (long after = Records; after < 2 * Records; after = pages[^1].ThroughSequence)
            {
                pages.Add(await opened.Changelog.ListAfterAsync("m", after, 10_000, TestContext.Current.CancellationToken));
            }
        });
        var copy = new FollowedCopy("timing", opened.Storage, opened.Gate);
        await MeasureAsync($"{provider} store copy", async () =>
        {
            long from = 0;
            foreach (var page in pages)
            {
                var pending = new PendingCopy("m", page.LogId, from);
                pending.Add(page.Records, from = page.ThroughSequence);
                await copy.StoreAsync(pending, TestContext.Current.CancellationToken);
            }
        });
        await MeasureAsync($"{provider} read copy", () => copy.ReadAsync("m", (_, _) => { }, TestContext.Current.CancellationToken));
    }

    private static async Task CommitAllAsync(IChangelog changelog, string[] keys, byte[] value)
    {
        foreach (var batch in keys.Chunk(BatchSize))
        {
            await changelog.CommitAsync(
                "m",
                (transaction, _) =>
                {
                    Array.ForEach(batch, key => transaction.Append(key, value));
                    return Task.CompletedTask;
                },
                TestContext.Current.CancellationToken);
        }
    }

    private async Task MeasureAsync(string what, Func<Task> work)
    {
        var (watch, cpu) = (Stopwatch.StartNew(), Process.GetCurrentProcess().TotalProcessorTime);
        await work();
        var used = Process.GetCurrentProcess().TotalProcessorTime - cpu;
        output.WriteLine($"{what}: {Records / watch.Elapsed.TotalSeconds:N0} records/s by the clock, {Records / used.TotalSeconds:N0} records/s of one core of this process");
    }
}
