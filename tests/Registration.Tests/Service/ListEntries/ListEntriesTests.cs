using Grpc.Core;
using RaceSystem.Registration.Core;
using RaceSystem.Testing;

namespace RaceSystem.Registration.Tests.Service.ListEntries;

public sealed class ListEntriesTests(RegistrationHosts hosts)
{
    [Theory]
    [ClassData(typeof(Stores))]
    public async Task Pages_of_any_size_list_every_entry_once_in_the_order_of_ids(Store store)
    {
        var random = Seed.NextRandom();
        var desk = await hosts.OpenAsync(store);
        await desk.ApplySampleAsync();

        // Ids that a language's order would sort otherwise than bytes do.
        string[] ids = ["a-b", "ab", "a_b", "a1", "a", "1", "z", "a-c", "ac", "b-"];
        random.Shuffle(ids);
        await desk.ImportAsync(ids.Select(id =>
        {
            var entry = Desk.Entry(id, "", $"{id.Replace("-", "0").Replace("_", "1")}{random.Next()}");
            entry.RaceId = id.StartsWith('a') ? "half" : "marathon";
            return entry;
        }));
        for (var pageSize = 1; pageSize <= ids.Length + 1; pageSize++)
        {
            Assert.Equal(ids.Order(StringComparer.Ordinal), (await desk.ListAllAsync(pageSize)).Select(entry => entry.EntryId));
            Assert.Equal(ids.Where(id => id.StartsWith('a')).Order(StringComparer.Ordinal), (await desk.ListAllAsync(pageSize, "half")).Select(entry => entry.EntryId));
        }
    }

    [Fact]
    public async Task Without_a_size_a_page_holds_a_hundred()
    {
        var desk = await hosts.OpenAsync(Store.Sqlite);
        await desk.ApplySampleAsync();
        await desk.ImportAsync(Enumerable.Range(0, 101).Select(i => Desk.Entry($"e{i}")));
        var page = await desk.Client.ListEntriesAsync(new() { MeetId = desk.MeetId }, cancellationToken: Desk.Cancellation);
        Assert.Equal(100, page.Entries.Count);
        Assert.NotEmpty(page.NextPageToken);
    }

    [Fact]
    public async Task A_token_of_another_list_an_unknown_race_and_an_unknown_meet_are_refused()
    {
        var desk = await hosts.OpenAsync(Store.Sqlite);
        Assert.Equal(Reasons.MeetUnknown, (await Desk.RefusedAsync(() => desk.ListAllAsync())).Reason);
        await desk.ApplySampleAsync();
        Assert.Equal(Reasons.RaceUnknown, (await Desk.RefusedAsync(() => desk.ListAllAsync(1, "ultra"))).Reason);
        await desk.ImportAsync([Desk.Entry("e1"), Desk.Entry("e2")]);
        var page = await desk.Client.ListEntriesAsync(new() { MeetId = desk.MeetId, PageSize = 1 }, cancellationToken: Desk.Cancellation);
        var (code, reason, _) = await Desk.RefusedAsync(() =>
            desk.Client.ListEntriesAsync(new() { MeetId = desk.MeetId, RaceId = "half", PageSize = 1, PageToken = page.NextPageToken }).ResponseAsync);
        Assert.Equal((StatusCode.InvalidArgument, "PAGE_TOKEN_INVALID"), (code, reason));
    }
}
