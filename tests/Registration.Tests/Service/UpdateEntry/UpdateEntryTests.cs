using Grpc.Core;
using RaceSystem.Registration.Core;
using RaceSystem.Registration.V1;

namespace RaceSystem.Registration.Tests.Service.UpdateEntry;

public sealed class UpdateEntryTests(RegistrationHosts hosts)
{
    [Theory]
    [ClassData(typeof(Stores))]
    public async Task An_entry_is_replaced_whole_with_its_record(Store store)
    {
        var desk = await hosts.OpenAsync(store);
        await desk.ApplySampleAsync();
        await desk.CreateAsync(Desk.Entry("e1", "1", "A", "B"));
        var changed = new Entry { EntryId = "e1", RaceId = "half", Bib = "2", Chips = { "B" }, WaveId = "w2", Participant = new(), Status = EntryStatus.Withdrawn, Visibility = Visibility.Public };
        Assert.Equal(changed, await desk.UpdateAsync(changed));
        Assert.Equal(changed, Assert.Single(await desk.ListAllAsync()));
        var record = (await desk.LogAsync())["entry/e1"].Entry;
        Assert.Equal(("half", "2", "w2", true), (record.RaceId, record.Bib, record.WaveId, record.Withdrawn));

        // What the update let go of is free again.
        await desk.CreateAsync(Desk.Entry("e2", "1", "A"));
    }

    [Theory]
    [ClassData(typeof(Stores))]
    public async Task What_is_there_as_given_changes_nothing(Store store)
    {
        var desk = await hosts.OpenAsync(store);
        await desk.ApplySampleAsync();
        await desk.CreateAsync(Desk.Entry("e1", "1", "A"));
        var head = await desk.HeadAsync();
        await desk.UpdateAsync(Desk.Entry("e1", "1", "a"));
        Assert.Equal(head, await desk.HeadAsync());
    }

    [Theory]
    [ClassData(typeof(Stores))]
    public async Task A_bib_or_chip_of_another_is_refused_and_the_entry_stays_as_it_was(Store store)
    {
        var desk = await hosts.OpenAsync(store);
        await desk.ApplySampleAsync();
        await desk.ImportAsync([Desk.Entry("e1", "1", "A"), Desk.Entry("e2", "2", "B")]);
        Assert.Equal(Reasons.DuplicateBib, (await Desk.RefusedAsync(() => desk.UpdateAsync(Desk.Entry("e2", "1", "B")))).Reason);
        Assert.Equal(Reasons.DuplicateChip, (await Desk.RefusedAsync(() => desk.UpdateAsync(Desk.Entry("e2", "2", "B", "A")))).Reason);
        Assert.Equal([Desk.Entry("e1", "1", "A"), Desk.Entry("e2", "2", "B")], await desk.ListAllAsync());
    }

    [Theory]
    [ClassData(typeof(Stores))]
    public async Task A_withdrawn_entry_keeps_its_bib(Store store)
    {
        var desk = await hosts.OpenAsync(store);
        await desk.ApplySampleAsync();
        var entry = Desk.Entry("e1", "1");
        entry.Status = EntryStatus.Withdrawn;
        await desk.CreateAsync(entry);
        Assert.Equal(Reasons.DuplicateBib, (await Desk.RefusedAsync(() => desk.CreateAsync(Desk.Entry("e2", "1")))).Reason);
    }

    [Theory]
    [ClassData(typeof(Stores))]
    public async Task A_repeated_request_does_not_undo_a_later_change(Store store)
    {
        var desk = await hosts.OpenAsync(store);
        await desk.ApplySampleAsync();
        await desk.CreateAsync(Desk.Entry("e1", "1"));
        await desk.UpdateAsync(Desk.Entry("e1", "2"), "r-1");
        await desk.UpdateAsync(Desk.Entry("e1", "3"));
        Assert.Equal("2", (await desk.UpdateAsync(Desk.Entry("e1", "2"), "r-1")).Bib);
        Assert.Equal("3", Assert.Single(await desk.ListAllAsync()).Bib);
    }

    [Fact]
    public async Task An_unknown_or_missing_entry_is_refused()
    {
        var desk = await hosts.OpenAsync(Store.Sqlite);
        await desk.ApplySampleAsync();
        var (code, reason, _) = await Desk.RefusedAsync(() => desk.UpdateAsync(Desk.Entry("nobody")));
        Assert.Equal((StatusCode.NotFound, Reasons.EntryUnknown), (code, reason));
        Assert.Equal(["entry.entry_id"], (await Desk.RefusedAsync(() => desk.UpdateAsync(Desk.Entry("")))).Fields);
    }
}
