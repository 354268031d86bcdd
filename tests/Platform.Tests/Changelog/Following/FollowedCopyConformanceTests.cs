using RaceSystem.Platform.Changelog;
using RaceSystem.Platform.Changelog.Following;
using RaceSystem.Platform.Storage;
using RaceSystem.Platform.Tests.Storage;
using RaceSystem.Testing;

namespace RaceSystem.Platform.Tests.Changelog.Following;

/// <summary>The stored copy, on every database: whole up to where it says, whoever writes it.</summary>
public sealed class FollowedCopyConformanceTests(DatabaseFixture databases)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EveryStorage]
    public async Task Gives_back_in_sequence_what_was_stored(StorageProvider provider)
    {
        await using var opened = await databases.OpenAsync(provider);
        var copy = CopyIn(opened);
        var owner = new OwnedLog("m");
        owner.Commit([.. Enumerable.Range(0, 12_000).Select(i => $"k{i}")]);
        owner.Commit("k5");

        await copy.StoreAsync(Stretch(owner, 0, owner.Head), Token);

        Assert.Equal([owner.ToHead()], await copy.ListAsync(Token));
        await AssertWholeAsync(copy, owner);
    }

    [Theory, EveryStorage]
    public async Task A_stretch_that_would_leave_a_hole_is_not_stored(StorageProvider provider)
    {
        await using var opened = await databases.OpenAsync(provider);
        var copy = CopyIn(opened);
        var owner = new OwnedLog("m");
        owner.Commit("a", "b", "c", "d", "e");
        await copy.StoreAsync(Stretch(owner, 0, 2), Token);

        await copy.StoreAsync(Stretch(owner, 3, 5), Token);
        Assert.Equal(2, Assert.Single(await copy.ListAsync(Token)).Sequence);

        await copy.StoreAsync(Stretch(owner, 2, 3), Token);
        await copy.StoreAsync(Stretch(owner, 3, 5), Token);
        await AssertWholeAsync(copy, owner);
    }

    [Theory, EveryStorage]
    public async Task A_log_made_anew_replaces_the_copy(StorageProvider provider)
    {
        await using var opened = await databases.OpenAsync(provider);
        var copy = CopyIn(opened);
        var owner = new OwnedLog("m");
        owner.Commit("a", "b", "c");
        await copy.StoreAsync(Stretch(owner, 0, 3), Token);
        var late = Stretch(owner, 1, 3);
        owner.MakeAnew();
        owner.Commit("x");

        await copy.StoreAsync(Stretch(owner, 0, 1, startsOver: true), Token);
        await copy.StoreAsync(late, Token);

        await AssertWholeAsync(copy, owner);
    }

    [Theory, EveryStorage]
    public async Task Replicas_that_store_at_once_leave_a_whole_copy(StorageProvider provider)
    {
        await using var opened = await databases.OpenAsync(provider);
        var seed = Seed.Next();
        var owner = new OwnedLog("m");
        for (var i = 0; i < 60; i++)
        {
            owner.Commit([.. Enumerable.Range(0, 8).Select(k => $"k{(i * k) % 90}")]);
        }

        await Task.WhenAll(Enumerable.Range(0, 3).Select(replica => Task.Run(async () =>
        {
            var random = new Random(seed + replica);
            var copy = CopyIn(opened);
            long at = 0;
            while (at < owner.Head)
            {
                var through = Math.Min(owner.Head, at + random.Next(1, 60));
                await copy.StoreAsync(Stretch(owner, at, through), Token);

                // A replica that stops before it stored everything starts again from what is stored.
                at = random.Next(10) == 0 ? (await copy.ListAsync(Token)).Single().Sequence : through;
            }
        }, Token)));

        await AssertWholeAsync(CopyIn(opened), owner);
    }

    private static FollowedCopy CopyIn(StorageUnderTest opened) => new("timing", opened.Storage, opened.Gate);

    private static PendingCopy Stretch(OwnedLog owner, long from, long through, bool startsOver = false)
    {
        var pending = new PendingCopy("m", owner.LogId, from) { StartsOver = startsOver };
        pending.Add([.. owner.At(through).Where(record => record.Sequence > from)], through);
        return pending;
    }

    private static async Task AssertWholeAsync(FollowedCopy copy, OwnedLog owner)
    {
        var records = new List<ChangelogRecord>();
        var head = await copy.ReadAsync("m", (batch, _) => records.AddRange(batch), Token);
        Assert.Equal(owner.ToHead(), head);
        Assert.Equal(
            owner.At(owner.Head).Select(record => (record.Sequence, record.Key, OwnedLog.Text(record))),
            records.Select(record => (record.Sequence, record.Key, OwnedLog.Text(record))));
    }
}
