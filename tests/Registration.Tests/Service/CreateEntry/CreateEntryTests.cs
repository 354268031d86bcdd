using Grpc.Core;
using RaceSystem.Registration.Core;
using RaceSystem.Registration.V1;

namespace RaceSystem.Registration.Tests.Service.CreateEntry;

public sealed class CreateEntryTests(RegistrationHosts hosts)
{
    [Theory]
    [ClassData(typeof(Stores))]
    public async Task An_entry_is_created_with_what_others_may_know_of_it(Store store)
    {
        var desk = await hosts.OpenAsync(store);
        await desk.ApplySampleAsync();
        var entry = Desk.Entry("e1", "F102", "05800fa0");
        var created = await desk.CreateAsync(entry);
        Assert.Equal(["05800FA0"], created.Chips);
        var expected = new EntryRecord
        {
            EntryId = "e1",
            RaceId = "marathon",
            Bib = "F102",
            Chips = { "05800FA0" },
            WaveId = "w1",
            DisplayName = "Kim, Jong Song",
            Sex = Sex.Male,
            Age = 41,
            Country = "PRK",
            Club = "Sobaeksu",
            DivisionId = "M40",
            Visibility = Visibility.Public,
        };
        Assert.Equal(expected, (await desk.LogAsync())["entry/e1"].Entry);
    }

    [Fact]
    public async Task The_birth_date_never_leaves_registration()
    {
        var desk = await hosts.OpenAsync(Store.Sqlite);
        await desk.ApplySampleAsync();
        await desk.CreateAsync(Desk.Entry("e1"));
        Assert.DoesNotContain("1983", (await desk.LogAsync())["entry/e1"].ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [ClassData(typeof(Stores))]
    public async Task A_runner_of_whom_only_the_race_is_known_is_fine(Store store)
    {
        var desk = await hosts.OpenAsync(store);
        await desk.ApplySampleAsync();
        var created = await desk.CreateAsync(new() { RaceId = "half" });
        Assert.NotEmpty(created.EntryId);
        Assert.Equal(created, Assert.Single(await desk.ListAllAsync()));
        Assert.Equal(Sex.Unspecified, (await desk.LogAsync())[$"entry/{created.EntryId}"].Entry.Sex);
    }

    [Theory]
    [ClassData(typeof(Stores))]
    public async Task A_repeated_request_gets_its_first_answer_and_makes_no_second_entry(Store store)
    {
        var desk = await hosts.OpenAsync(store);
        await desk.ApplySampleAsync();
        var first = await desk.CreateAsync(Desk.Entry("", "1"), "r-1");
        Assert.Equal(first, await desk.CreateAsync(Desk.Entry("", "1"), "r-1"));
        Assert.Single(await desk.ListAllAsync());
    }

    [Theory]
    [ClassData(typeof(Stores))]
    public async Task The_same_entry_again_changes_nothing_another_under_its_id_is_refused(Store store)
    {
        var desk = await hosts.OpenAsync(store);
        await desk.ApplySampleAsync();
        var first = await desk.CreateAsync(Desk.Entry("e1", "1"));
        var head = await desk.HeadAsync();
        Assert.Equal(first, await desk.CreateAsync(Desk.Entry("e1", "1")));
        Assert.Equal(head, await desk.HeadAsync());
        var (code, reason, _) = await Desk.RefusedAsync(() => desk.CreateAsync(Desk.Entry("e1", "2")));
        Assert.Equal((StatusCode.AlreadyExists, Reasons.DuplicateEntry), (code, reason));
    }

    [Theory]
    [ClassData(typeof(Stores))]
    public async Task A_bib_or_chip_of_another_entry_is_refused_even_in_another_race(Store store)
    {
        var desk = await hosts.OpenAsync(store);
        await desk.ApplySampleAsync();
        await desk.CreateAsync(Desk.Entry("e1", "1", "A", "B"));
        var other = Desk.Entry("e2", "1", "B", "C", "A");
        other.RaceId = "half";
        var (code, reason, fields) = await Desk.RefusedAsync(() => desk.CreateAsync(other));
        Assert.Equal((StatusCode.AlreadyExists, Reasons.DuplicateBib), (code, reason));
        Assert.Equal(["entry.bib", "entry.chips", "entry.chips"], fields);
        Assert.Single(await desk.ListAllAsync());
    }

    [Theory]
    [ClassData(typeof(Stores))]
    public async Task Meets_do_not_share_bibs_chips_or_entry_ids(Store store)
    {
        var (one, two) = (await hosts.OpenAsync(store), await hosts.OpenAsync(store));
        await one.ApplySampleAsync();
        await two.ApplySampleAsync();
        await one.CreateAsync(Desk.Entry("e1", "1", "A"));
        await two.CreateAsync(Desk.Entry("e1", "1", "A"));
    }

    [Theory]
    [ClassData(typeof(Stores))]
    public async Task Of_many_calls_at_once_for_one_bib_exactly_one_wins(Store store)
    {
        var desk = await hosts.OpenAsync(store);
        await desk.ApplySampleAsync();
        var calls = await Task.WhenAll(Enumerable.Range(0, 12).Select(async i =>
        {
            try
            {
                await desk.CreateAsync(Desk.Entry($"e{i}", "42"));
                return StatusCode.OK;
            }
            catch (RpcException error)
            {
                return error.StatusCode;
            }
        }));
        Assert.Equal(11, calls.Count(code => code == StatusCode.AlreadyExists));
        Assert.Single(calls, code => code == StatusCode.OK);
        Assert.Single(await desk.ListAllAsync());
    }

    [Fact]
    public async Task Unknown_meet_race_wave_and_division_are_named()
    {
        var desk = await hosts.OpenAsync(Store.Sqlite);
        Assert.Equal(Reasons.MeetUnknown, (await Desk.RefusedAsync(() => desk.CreateAsync(Desk.Entry("e1")))).Reason);
        Assert.Equal(0, await desk.HeadAsync());
        await desk.ApplySampleAsync();
        var entry = Desk.Entry("e1");
        (entry.WaveId, entry.DivisionId) = ("w9", "M99");
        var (code, reason, fields) = await Desk.RefusedAsync(() => desk.CreateAsync(entry));
        Assert.Equal((StatusCode.NotFound, Reasons.WaveUnknown), (code, reason));
        Assert.Equal(["entry.wave_id", "entry.division_id"], fields);
        entry.RaceId = "ultra";
        Assert.Equal(Reasons.RaceUnknown, (await Desk.RefusedAsync(() => desk.CreateAsync(entry))).Reason);
        Assert.Equal(Reasons.EntryMissing, (await Desk.RefusedAsync(() => desk.Client.CreateEntryAsync(new() { MeetId = desk.MeetId }).ResponseAsync)).Reason);
    }
}
