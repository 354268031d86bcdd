using System.Text;
using RaceSystem.Kernel;
using RaceSystem.Platform.Changelog;
using RaceSystem.Platform.Storage;
using RaceSystem.Platform.Tests.Storage;
using RaceSystem.Testing;

namespace RaceSystem.Platform.Tests.Changelog;

/// <summary>What a log promises, on every database (invariants 1 and 2).</summary>
public sealed class ChangelogConformanceTests(DatabaseFixture databases)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EveryStorage]
    public async Task A_meet_without_a_log_has_an_empty_head_and_no_records(StorageProvider provider)
    {
        await using var opened = await databases.OpenAsync(provider);

        var head = await opened.Changelog.GetHeadAsync("none", Token);
        var page = await opened.Changelog.ListAfterAsync("none", 0, 10, Token);

        Assert.Equal(new ChangelogHead("none", "", 0), head);
        Assert.Equal(("", 0, 0L, 0L), (page.LogId, page.Records.Count, page.ThroughSequence, page.HeadSequence));
    }

    [Theory, EveryStorage]
    public async Task A_commit_numbers_its_records_from_the_head_on(StorageProvider provider)
    {
        await using var opened = await databases.OpenAsync(provider);

        var first = await AppendAsync(opened, "m", ("a", "1"), ("b", "2"));
        var second = await AppendAsync(opened, "m", ("c", "3"));

        Assert.Equal((2, 3), (first.Sequence, second.Sequence));
        Assert.Equal(first.LogId, second.LogId);
        Assert.Equal("1:a=1 2:b=2 3:c=3", await TextAsync(opened, "m"));
        Assert.Equal(second, await opened.Changelog.GetHeadAsync("m", Token));
        Assert.Equal([second], await opened.Changelog.ListHeadsAsync(Token));
    }

    [Theory, EveryStorage]
    public async Task A_key_appended_twice_in_one_commit_is_one_record(StorageProvider provider)
    {
        await using var opened = await databases.OpenAsync(provider);

        var head = await AppendAsync(opened, "m", ("a", "1"), ("b", "2"), ("a", "3"));

        Assert.Equal(2, head.Sequence);
        Assert.Equal("1:a=3 2:b=2", await TextAsync(opened, "m"));
    }

    [Theory, EveryStorage]
    public async Task Keys_and_values_come_back_as_they_were(StorageProvider provider)
    {
        await using var opened = await databases.OpenAsync(provider);
        var longest = new string('€', ChangelogModel.MaxKeyLength);

        await AppendAsync(opened, "m", ("empty", ""), ("이름/金-Ł", "O'Brien; DROP"), (longest, "long"));

        Assert.Equal($"1:empty= 2:이름/金-Ł=O'Brien; DROP 3:{longest}=long", await TextAsync(opened, "m"));
    }

    [Theory, EveryStorage]
    public async Task Compaction_keeps_the_latest_record_of_a_key(StorageProvider provider)
    {
        await using var opened = await databases.OpenAsync(provider);

        await AppendAsync(opened, "m", ("a", "1"), ("b", "2"), ("c", "3"));
        await AppendAsync(opened, "m", ("b", "4"));

        Assert.Equal("1:a=1 3:c=3 4:b=4", await TextAsync(opened, "m"));
    }

    [Theory, EveryStorage]
    public async Task Work_that_throws_leaves_neither_records_nor_a_gap(StorageProvider provider)
    {
        await using var opened = await databases.OpenAsync(provider);
        var before = await AppendAsync(opened, "m", ("a", "1"));

        await Assert.ThrowsAsync<RefusalException>(() => opened.Changelog.CommitAsync(
            "m",
            (transaction, _) =>
            {
                transaction.Append("b", Bytes("2"));
                throw RefusalException.NotFound("BIB_UNKNOWN", "no such bib");
            },
            Token));
        var after = await AppendAsync(opened, "m", ("c", "3"));

        Assert.Equal(before.Sequence + 1, after.Sequence);
        Assert.Equal("1:a=1 2:c=3", await TextAsync(opened, "m"));
    }

    [Theory, EveryStorage]
    public async Task Pages_are_complete_up_to_where_they_say(StorageProvider provider)
    {
        await using var opened = await databases.OpenAsync(provider);
        await AppendAsync(opened, "m", [.. Enumerable.Range(1, 25).Select(i => ($"k{i}", $"{i}"))]);
        await AppendAsync(opened, "m", ("k7", "again"), ("k25", "again"));
        var seen = new Dictionary<string, string>();
        long after = 0;
        ChangelogPage page;
        do
        {
            page = await opened.Changelog.ListAfterAsync("m", after, 10, Token);
            Assert.All(page.Records, record => Assert.InRange(record.Sequence, after + 1, page.ThroughSequence));
            foreach (var record in page.Records)
            {
                seen[record.Key] = Text(record);
            }

            after = page.ThroughSequence;
        }
        while (page.ThroughSequence < page.HeadSequence);

        Assert.Equal(27, page.HeadSequence);
        Assert.Equal(25, seen.Count);
        Assert.Equal(("again", "again", "8"), (seen["k7"], seen["k25"], seen["k8"]));
    }

    [Theory, EveryStorage]
    public async Task A_page_ends_before_it_is_too_large_for_a_message(StorageProvider provider)
    {
        await using var opened = await databases.OpenAsync(provider);
        var large = new string('x', 1_000_000);
        await AppendAsync(opened, "m", ("a", large), ("b", large), ("c", large), ("d", large), ("e", large));

        var page = await opened.Changelog.ListAfterAsync("m", 0, 100, Token);

        Assert.Equal((3, 3L, 5L), (page.Records.Count, page.ThroughSequence, page.HeadSequence));
    }

    [Theory, EveryStorage]
    public async Task Meets_have_logs_of_their_own(StorageProvider provider)
    {
        await using var opened = await databases.OpenAsync(provider);

        var one = await AppendAsync(opened, "one", ("a", "1"), ("b", "2"));
        var two = await AppendAsync(opened, "two", ("a", "3"));

        Assert.Equal((2, 1), (one.Sequence, two.Sequence));
        Assert.NotEqual(one.LogId, two.LogId);
        Assert.Equal("1:a=3", await TextAsync(opened, "two"));
    }

    [Theory, EveryStorage]
    public async Task A_log_outlives_its_process(StorageProvider provider)
    {
        var address = await databases.CreateAsync(provider);
        ChangelogHead head;
        await using (var first = await StorageUnderTest.OpenAsync(address))
        {
            head = await AppendAsync(first, "m", ("a", "1"));
        }

        await using var second = await StorageUnderTest.OpenAsync(address);

        Assert.Equal(head, await second.Changelog.GetHeadAsync("m", Token));
        Assert.Equal("1:a=1", await TextAsync(second, "m"));
    }

    [Theory, EveryStorage]
    public async Task Concurrent_writers_leave_a_gapless_log_in_commit_order(StorageProvider provider)
    {
        await using var opened = await databases.OpenAsync(provider);
        var seed = Seed.Next();
        var commits = new List<(long First, long Last, string[] Keys)>[8];
        await Task.WhenAll(Enumerable.Range(0, commits.Length).Select(writer => Task.Run(async () =>
        {
            var random = new Random(seed + writer);
            commits[writer] = [];
            for (var round = 0; round < 25; round++)
            {
                var keys = Enumerable.Range(0, random.Next(1, 12)).Select(_ => $"k{random.Next(40)}").Distinct().ToArray();
                if (random.Next(5) == 0)
                {
                    await Assert.ThrowsAsync<InvalidOperationException>(() => opened.Changelog.CommitAsync("m", (transaction, _) => FailAfter(transaction, keys), Token));
                    continue;
                }

                long before = 0;
                var head = await opened.Changelog.CommitAsync(
                    "m",
                    (transaction, _) =>
                    {
                        before = transaction.Head.Sequence;
                        Array.ForEach(keys, key => transaction.Append(key, Bytes($"{writer}/{round}")));
                        return Task.CompletedTask;
                    },
                    Token);
                commits[writer].Add((before + 1, head.Sequence, keys));
            }
        }, Token)));

        var ordered = commits.SelectMany(list => list).OrderBy(commit => commit.First).ToArray();
        Assert.All(ordered, commit => Assert.Equal(commit.Keys.Length, commit.Last - commit.First + 1));
        Assert.Equal(ordered.Skip(1).Select(commit => commit.First - 1), ordered.SkipLast(1).Select(commit => commit.Last));
        var expected = ordered.SelectMany(commit => commit.Keys.Select((key, i) => (key, Sequence: commit.First + i)))
            .GroupBy(pair => pair.key, pair => pair.Sequence).ToDictionary(group => group.Key, group => group.Max());
        var page = await opened.Changelog.ListAfterAsync("m", 0, 1_000, Token);
        Assert.Equal(expected.OrderBy(pair => pair.Value).Select(pair => (pair.Value, pair.Key)), page.Records.Select(record => (record.Sequence, record.Key)));
        Assert.Equal(ordered[^1].Last, page.HeadSequence);
    }

    private static Task FailAfter(ChangelogTransaction transaction, string[] keys)
    {
        Array.ForEach(keys, key => transaction.Append(key, Bytes("lost")));
        throw new InvalidOperationException("the work fails");
    }

    private static Task<ChangelogHead> AppendAsync(StorageUnderTest opened, string meetId, params (string Key, string Value)[] records) =>
        opened.Changelog.CommitAsync(
            meetId,
            (transaction, _) =>
            {
                Array.ForEach(records, record => transaction.Append(record.Key, Bytes(record.Value)));
                return Task.CompletedTask;
            },
            Token);

    private static async Task<string> TextAsync(StorageUnderTest opened, string meetId)
    {
        var page = await opened.Changelog.ListAfterAsync(meetId, 0, 1_000, Token);
        return string.Join(' ', page.Records.Select(record => $"{record.Sequence}:{record.Key}={Text(record)}"));
    }

    private static string Text(ChangelogRecord record) => Encoding.UTF8.GetString(record.Value.Span);

    private static ReadOnlyMemory<byte> Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
