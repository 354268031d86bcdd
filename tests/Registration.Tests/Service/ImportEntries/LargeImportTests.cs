using System.Diagnostics;
using RaceSystem.Registration.V1;

namespace RaceSystem.Registration.Tests.Service.ImportEntries;

/// <summary>The size of a real race: Chicago 2023, 48,000 runners. Time and memory are printed, of client and service
/// together; the limit is far above what was measured, because a loaded machine must not fail a right program.</summary>
public sealed class LargeImportTests(RegistrationHosts hosts)
{
    private const int Runners = 48_000;

    [Theory]
    [ClassData(typeof(Stores))]
    public async Task A_big_citys_marathon_is_imported_in_one_go(Store store)
    {
        var desk = await hosts.OpenAsync(store);
        await desk.ApplySampleAsync();
        Entry[] rows = [.. Enumerable.Range(1, Runners).Select(i => Desk.Entry($"e-{i:00000}", $"{i}", $"C{i:000000}"))];
        Assert.Equal(Runners, (await TimedAsync(desk, store, "created", rows)).CreatedCount);
        Assert.Equal(Runners, await desk.CountAsync());
        Assert.Equal(Runners + 3, await desk.HeadAsync());
        Assert.Equal(Runners, (await TimedAsync(desk, store, "unchanged", rows)).UnchangedCount);
        Array.ForEach(rows, row => row.Participant.Club = "Moved");
        Assert.Equal(Runners, (await TimedAsync(desk, store, "updated", rows)).UpdatedCount);
    }

    private static async Task<ImportEntriesResponse> TimedAsync(Desk desk, Store store, string what, Entry[] rows)
    {
        var allocated = GC.GetTotalAllocatedBytes();
        var processor = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        var answer = await desk.ImportAsync(rows);
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{store}: {rows.Length} {what} in {watch.Elapsed.TotalSeconds:0.00} s ({rows.Length / watch.Elapsed.TotalSeconds:0} a second), {(Environment.CpuUsage.TotalTime - processor).TotalSeconds:0.00} s of processor, {(GC.GetTotalAllocatedBytes() - allocated) >> 20} MB allocated, {Environment.WorkingSet >> 20} MB working set");
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(120), $"took {watch.Elapsed}");
        return answer;
    }
}
