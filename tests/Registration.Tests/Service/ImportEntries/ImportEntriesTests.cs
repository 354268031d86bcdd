using Grpc.Core;
using RaceSystem.Registration.Core;
using RaceSystem.Registration.V1;
using RaceSystem.Testing;

namespace RaceSystem.Registration.Tests.Service.ImportEntries;

public sealed class ImportEntriesTests(RegistrationHosts hosts)
{
    [Theory]
    [ClassData(typeof(Stores))]
    public async Task Any_chunking_of_the_same_rows_gives_the_same_state(Store store)
    {
        var random = Seed.NextRandom();
        var rows = Enumerable.Range(1, 300).Select(i => Next(random, i)).ToList();
        List<Entry>? states = null;
        Dictionary<string, RegistrationRecord>? logs = null;
        foreach (var chunkSize in (int[])[1, 7, 300])
        {
            var desk = await hosts.OpenAsync(store);
            await desk.ApplySampleAsync();
            var answer = await desk.ImportAsync(rows, chunkSize, skipInvalid: true);
            Assert.Equal(rows.Count, answer.CreatedCount + answer.InvalidCount);
            var (state, log) = (await desk.ListAllAsync(), await desk.LogAsync());
            Assert.Equal(answer.CreatedCount, state.Count);
            Assert.Equal(states ?? state, state);
            log.Remove("meet");
            Assert.Equal(logs ?? log, log);
            (states, logs) = (state, log);
        }
    }

    [Theory]
    [ClassData(typeof(Stores))]
    public async Task What_was_imported_comes_back_as_given_and_again_is_unchanged(Store store)
    {
        var desk = await hosts.OpenAsync(store);
        await desk.ApplySampleAsync();
        var bare = new Entry { EntryId = "e3", RaceId = "half" };
        Entry[] rows = [Desk.Entry("e1", "F102", "A1", "B2"), Desk.Entry("e2"), bare];
        Assert.Equal(3, (await desk.ImportAsync(rows)).CreatedCount);
        var expectedBare = new Entry { EntryId = "e3", RaceId = "half", Participant = new(), Status = EntryStatus.Confirmed, Visibility = Visibility.Public };
        Assert.Equal([rows[0], rows[1], expectedBare], await desk.ListAllAsync());

        var head = await desk.HeadAsync();
        var again = await desk.ImportAsync(rows);
        Assert.Equal((0, 0, 3, 0), (again.CreatedCount, again.UpdatedCount, again.UnchangedCount, again.InvalidCount));
        Assert.Equal(head, await desk.HeadAsync());
    }

    [Theory]
    [ClassData(typeof(Stores))]
    public async Task A_bad_line_keeps_everything_out_and_every_bad_line_is_reported(Store store)
    {
        var desk = await hosts.OpenAsync(store);
        await desk.ApplySampleAsync();
        var badDate = Desk.Entry("e2");
        badDate.Participant.BirthDate = "yesterday";
        var answer = await desk.ImportAsync([Desk.Entry("e1", "7"), badDate, null, Desk.Entry("e4", "7", "not a chip"), Desk.Entry("e5", "8")], requestId: "r-1");
        Assert.Equal((0, 4), (answer.CreatedCount, answer.InvalidCount));
        Assert.Equal(
            [(1, Reasons.DuplicateBib), (2, Reasons.BirthDateInvalid), (3, Reasons.EntryMissing), (4, Reasons.ChipInvalid), (4, Reasons.DuplicateBib)],
            answer.Problems.Select(problem => (problem.Line, problem.Reason)));
        Assert.Empty(await desk.ListAllAsync());
        Assert.DoesNotContain((await desk.LogAsync()).Keys, key => key.StartsWith("entry/", StringComparison.Ordinal));

        // The mended rows may come under the same request id: nothing was written under it.
        Assert.Equal(2, (await desk.ImportAsync([Desk.Entry("e1", "7"), Desk.Entry("e5", "8")], requestId: "r-1")).CreatedCount);
        Assert.Equal(2, (await desk.ImportAsync([Desk.Entry("e9", "9")], requestId: "r-1")).CreatedCount);
        Assert.Equal(2, (await desk.ListAllAsync()).Count);
    }

    [Theory]
    [ClassData(typeof(Stores))]
    public async Task Skipping_takes_the_good_lines(Store store)
    {
        var desk = await hosts.OpenAsync(store);
        await desk.ApplySampleAsync();
        var answer = await desk.ImportAsync([Desk.Entry("e1", "1"), Desk.Entry("E2"), Desk.Entry("e3", "3")], skipInvalid: true);
        Assert.Equal((2, 1), (answer.CreatedCount, answer.InvalidCount));
        Assert.Equal(2, Assert.Single(answer.Problems).Line);
        Assert.Equal(["e1", "e3"], (await desk.ListAllAsync()).Select(entry => entry.EntryId));
    }

    [Theory]
    [ClassData(typeof(Stores))]
    public async Task Validating_reports_what_would_happen_and_writes_nothing(Store store)
    {
        var desk = await hosts.OpenAsync(store);
        await desk.ApplySampleAsync();
        await desk.CreateAsync(Desk.Entry("e1", "1"));
        var head = await desk.HeadAsync();
        var answer = await desk.ImportAsync([Desk.Entry("e1", "2"), Desk.Entry("e2", "1")], validateOnly: true);
        Assert.Equal((1, 1, 0), (answer.CreatedCount, answer.UpdatedCount, answer.InvalidCount));
        Assert.Equal(head, await desk.HeadAsync());
        Assert.Equal("1", Assert.Single(await desk.ListAllAsync()).Bib);
    }

    [Theory]
    [ClassData(typeof(Stores))]
    public async Task Runners_may_swap_bibs_and_chips_in_one_import(Store store)
    {
        var desk = await hosts.OpenAsync(store);
        await desk.ApplySampleAsync();
        await desk.ImportAsync([Desk.Entry("e1", "1", "A"), Desk.Entry("e2", "2", "B", "C")]);
        Entry[] swapped = [Desk.Entry("e1", "2", "C", "B"), Desk.Entry("e2", "1", "A")];
        Assert.Equal(2, (await desk.ImportAsync(swapped)).UpdatedCount);
        Assert.Equal(swapped, await desk.ListAllAsync());
        Assert.Equal(["C", "B"], (await desk.LogAsync())["entry/e1"].Entry.Chips);
    }

    [Theory]
    [ClassData(typeof(Stores))]
    public async Task Of_two_imports_at_once_with_the_same_bib_one_is_refused_whole(Store store)
    {
        var desk = await hosts.OpenAsync(store);
        await desk.ApplySampleAsync();
        var imports = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Task.Run(() =>
            desk.ImportAsync([.. Enumerable.Range(0, 50).Select(j => Desk.Entry($"e{i}-{j}", $"{i}-{j}")), Desk.Entry($"e{i}-same", "42", "SAME")]))));
        var won = Assert.Single(imports, answer => answer.InvalidCount == 0);
        Assert.Equal(51, won.CreatedCount);
        Assert.All(imports.Where(answer => answer != won), answer =>
        {
            Assert.Equal((0, 1), (answer.CreatedCount, answer.InvalidCount));
            Assert.Equal([Reasons.DuplicateBib, Reasons.DuplicateChip], answer.Problems.Select(problem => problem.Reason));
        });
        var entries = await desk.ListAllAsync();
        Assert.Equal(51, entries.Count);
        Assert.Single(entries.Select(entry => entry.EntryId.Split('-')[0]).Distinct());
        Assert.Equal(51, (await desk.LogAsync()).Count(record => record.Value.Entry is not null));
    }

    [Theory]
    [ClassData(typeof(Stores))]
    public async Task A_client_that_goes_away_in_the_middle_leaves_nothing(Store store)
    {
        var desk = await hosts.OpenAsync(store);
        await desk.ApplySampleAsync();
        using (var call = desk.Client.ImportEntries())
        {
            await call.RequestStream.WriteAsync(new() { Header = new() { MeetId = desk.MeetId } }, Desk.Cancellation);
            await call.RequestStream.WriteAsync(new() { Chunk = new() { Rows = { new ImportRow { Line = 1, Entry = Desk.Entry("e1") } } } }, Desk.Cancellation);
        }

        Assert.Equal(1, (await desk.ImportAsync([Desk.Entry("e1")])).CreatedCount);
    }

    [Fact]
    public async Task Rows_without_an_id_get_one()
    {
        var desk = await hosts.OpenAsync(Store.Sqlite);
        await desk.ApplySampleAsync();
        Assert.Equal(2, (await desk.ImportAsync([Desk.Entry(""), Desk.Entry("")])).CreatedCount);
        Assert.Equal(2, (await desk.ListAllAsync()).Select(entry => entry.EntryId).Distinct().Count());
    }

    [Fact]
    public async Task An_unknown_meet_a_missing_header_and_chunks_over_the_limit_are_refused()
    {
        var desk = await hosts.OpenAsync(Store.Sqlite);
        Assert.Equal((StatusCode.NotFound, Reasons.MeetUnknown), Two(await Desk.RefusedAsync(() => desk.ImportAsync([]))));
        await desk.ApplySampleAsync();
        var tooMany = Enumerable.Range(0, 2_001).Select(i => Desk.Entry($"e{i}"));
        Assert.Equal((StatusCode.ResourceExhausted, Reasons.BatchTooLarge), Two(await Desk.RefusedAsync(() => desk.ImportAsync(tooMany, 2_001))));
        Assert.Equal(Reasons.ImportHeaderInvalid, (await Desk.RefusedAsync(() => SendAsync(desk, new ImportEntriesRequest { Chunk = new() }))).Reason);
        Assert.Equal(Reasons.ImportHeaderInvalid, (await Desk.RefusedAsync(() => SendAsync(desk))).Reason);
        var header = new ImportEntriesRequest { Header = new() { MeetId = desk.MeetId } };
        Assert.Equal(Reasons.ImportHeaderInvalid, (await Desk.RefusedAsync(() => SendAsync(desk, header, header))).Reason);
        Assert.Equal(0, (await desk.ImportAsync([])).CreatedCount);
    }

    private static (StatusCode Code, string Reason) Two((StatusCode Code, string Reason, string[] Fields) refusal) => (refusal.Code, refusal.Reason);

    private static async Task SendAsync(Desk desk, params ImportEntriesRequest[] messages)
    {
        using var call = desk.Client.ImportEntries(cancellationToken: Desk.Cancellation);
        foreach (var message in messages)
        {
            await call.RequestStream.WriteAsync(message);
        }

        await call.RequestStream.CompleteAsync();
        await call.ResponseAsync;
    }

    private static Entry Next(Random random, int i)
    {
        var entry = Desk.Entry($"e{i}", random.Next(5) == 0 ? "" : $"{random.Next(2_000)}", [.. Enumerable.Range(0, random.Next(3)).Select(_ => $"C{random.Next(5_000)}").Distinct()]);
        entry.Participant.Sex = (Sex)random.Next(4);
        entry.RaceId = random.Next(3) == 0 ? "half" : "marathon";
        entry.WaveId = random.Next(3) == 0 ? "w2" : "";
        return entry;
    }
}
