using Grpc.Core;
using RaceSystem.Registration.Core;
using RaceSystem.Registration.V1;

namespace RaceSystem.Registration.Tests.Service.GetEntry;

public sealed class GetEntryTests(RegistrationHosts hosts)
{
    [Theory]
    [ClassData(typeof(Stores))]
    public async Task An_entry_comes_back_as_given_with_its_chips_in_order(Store store)
    {
        var desk = await hosts.OpenAsync(store);
        await desk.ApplySampleAsync();
        var entry = Desk.Entry("e1", "1", "Z9", "A1", "M5");
        await desk.CreateAsync(entry);
        Assert.Equal(entry, await GetAsync(desk, "e1"));
    }

    [Theory]
    [ClassData(typeof(Stores))]
    public async Task Attributes_team_relay_runners_and_visibility_come_back_and_are_published(Store store)
    {
        var desk = await hosts.OpenAsync(store);
        var meet = desk.SampleMeet();
        meet.Races[0].Relay = new() { ExchangeSplitIds = { "10k" } };
        await desk.ApplyAsync(meet);
        var entry = Desk.Entry("e1", "1");
        entry.Attributes.Add(new Registration.V1.Attribute { Key = "prize", Value = "no" });
        entry.Team = "Reds";
        entry.RelayRunners.Add(new RelayRunner { DisplayName = "Pak", Sex = Sex.Female, Age = 30 });
        await desk.CreateAsync(entry);
        Assert.Equal(entry, await GetAsync(desk, "e1"));
        var record = (await desk.LogAsync())["entry/e1"].Entry;
        Assert.Equal(entry.Attributes, record.Attributes);
        Assert.Equal(entry.RelayRunners, record.RelayRunners);
        Assert.Equal(("Reds", Visibility.Public), (record.Team, record.Visibility));

        entry.Visibility = Visibility.Anonymous;
        await desk.UpdateAsync(entry);
        Assert.Equal(entry, await GetAsync(desk, "e1"));
        record = (await desk.LogAsync())["entry/e1"].Entry;
        Assert.Equal(("", entry.Participant.Country, "Reds", 0), (record.DisplayName, record.Country, record.Team, record.RelayRunners.Count));
        Assert.Equal((41, Visibility.Anonymous), (record.Age, record.Visibility));
    }

    [Theory]
    [ClassData(typeof(Stores))]
    public async Task An_unknown_entry_is_not_found(Store store)
    {
        var desk = await hosts.OpenAsync(store);
        await desk.ApplySampleAsync();
        var (code, reason, _) = await Desk.RefusedAsync(() => GetAsync(desk, "nobody"));
        Assert.Equal((StatusCode.NotFound, Reasons.EntryUnknown), (code, reason));
    }

    [Fact]
    public async Task An_unknown_meet_is_named_before_the_entry()
    {
        var desk = await hosts.OpenAsync(Store.Sqlite);
        Assert.Equal(Reasons.MeetUnknown, (await Desk.RefusedAsync(() => GetAsync(desk, "e1"))).Reason);
    }

    private static async Task<Entry> GetAsync(Desk desk, string entryId) =>
        (await desk.Client.GetEntryAsync(new() { MeetId = desk.MeetId, EntryId = entryId }, cancellationToken: Desk.Cancellation)).Entry;
}
