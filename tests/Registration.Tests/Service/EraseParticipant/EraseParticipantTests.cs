using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using RaceSystem.Kernel;
using RaceSystem.Platform.Storage;
using RaceSystem.Registration.Core;
using RaceSystem.Registration.V1;

namespace RaceSystem.Registration.Tests.Service.EraseParticipant;

public sealed class EraseParticipantTests(RegistrationHosts hosts)
{
    [Theory]
    [ClassData(typeof(Stores))]
    public async Task The_person_is_gone_from_every_table_and_the_entry_stays(Store store)
    {
        var desk = await hosts.OpenAsync(store);
        await desk.ApplySampleAsync();
        await desk.CreateAsync(Desk.Entry("e-erase", "1", "A"), "create-1");
        await desk.CreateAsync(Desk.Entry("e-other", "2"), "create-2");

        var erased = await EraseAsync(desk, "e-erase");

        Assert.Equal(("1", "A", Visibility.Erased, 41, ""), (erased.Bib, erased.Chips[0], erased.Visibility, erased.Participant.AgeOnRaceDay, erased.Participant.BirthDate));
        var record = (await desk.LogAsync())["entry/e-erase"].Entry;
        Assert.Equal(("", "", "", "M40", Sex.Male, 41), (record.DisplayName, record.Country, record.Club, record.DivisionId, record.Sex, record.Age));
        Assert.Equal(0, await CountAsync(desk, "SELECT count(*) FROM entries WHERE meet_id = @meet AND entry_id = 'e-erase' AND (family_name <> '' OR given_name <> '' OR country <> '' OR club <> '' OR birth_date IS NOT NULL)"));
        Assert.Equal(1, await CountAsync(desk, "SELECT count(*) FROM request_answers WHERE meet_id = @meet"));
        Assert.Equal("Kim, Jong Song", (await desk.LogAsync())["entry/e-other"].Entry.DisplayName);
    }

    /// <summary>Others write their entries again when the meet changes: an erased one has to bring what was kept of it.</summary>
    [Theory]
    [ClassData(typeof(Stores))]
    public async Task Which_conditions_were_met_stays_in_the_log_when_the_meet_changes(Store store)
    {
        var desk = await hosts.OpenAsync(store);
        var meet = desk.SampleMeet();
        meet.Races[0].Awards.Add(new AwardRule { AwardId = "home", DisplayName = "Home", Depth = 3, Countries = { "PRK" } });
        await desk.ApplyAsync(meet);
        await desk.CreateAsync(Desk.Entry("e1", "1"));
        await desk.CreateAsync(Desk.Entry("e2", "2"));

        await EraseAsync(desk, "e1");
        meet.Races[0].Waves[1].DisplayName = "Another";
        meet.RaceDay = "2025-04-07";
        await desk.ApplyAsync(meet);

        var log = await desk.LogAsync();
        Assert.Equal([PersonConditionId.Of(["PRK"], [], [])], log["entry/e1"].Entry.Outcomes.Met);
        Assert.Null(log["entry/e2"].Entry.Outcomes);
    }

    [Theory]
    [ClassData(typeof(Stores))]
    public async Task An_erased_entry_takes_no_person_again(Store store)
    {
        var desk = await hosts.OpenAsync(store);
        await desk.ApplySampleAsync();
        await desk.CreateAsync(Desk.Entry("e1", "1"), "create");
        await EraseAsync(desk, "e1");

        Assert.Equal(Reasons.EntryErased, (await Desk.RefusedAsync(() => desk.UpdateAsync(Desk.Entry("e1", "1")))).Reason);
        var import = await desk.ImportAsync([Desk.Entry("e1", "1"), Desk.Entry("e2", "2")], skipInvalid: true);
        Assert.Equal((1, 1, Reasons.EntryErased), (import.CreatedCount, import.InvalidCount, import.Problems[0].Reason));
        Assert.NotEqual(StatusCode.OK, (await Desk.RefusedAsync(() => desk.CreateAsync(Desk.Entry("e1", "1"), "create"))).Code);
        Assert.Equal("", (await desk.ListAllAsync())[0].Participant.FamilyName);
    }

    [Fact]
    public async Task Erasing_twice_changes_nothing_and_an_unknown_entry_is_refused()
    {
        var desk = await hosts.OpenAsync(Store.Sqlite);
        await desk.ApplySampleAsync();
        await desk.CreateAsync(Desk.Entry("e1", "1"));
        var first = await EraseAsync(desk, "e1", "same");
        var head = await desk.HeadAsync();

        Assert.Equal(first, await EraseAsync(desk, "e1", "same"));
        Assert.Equal(first, await EraseAsync(desk, "e1"));
        Assert.Equal(head, await desk.HeadAsync());
        Assert.Equal(Reasons.EntryUnknown, (await Desk.RefusedAsync(() => EraseAsync(desk, "nobody"))).Reason);
    }

    private static async Task<Entry> EraseAsync(Desk desk, string entryId, string requestId = "") =>
        (await desk.Client.EraseParticipantAsync(new() { MeetId = desk.MeetId, EntryId = entryId, RequestId = requestId }, cancellationToken: Desk.Cancellation)).Entry;

    private static async Task<long> CountAsync(Desk desk, string text)
    {
        await using var connection = await desk.Host.Services.GetRequiredKeyedService<IServiceStorage>("registration").OpenAsync(Desk.Cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = text;
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ("@meet", desk.MeetId);
        command.Parameters.Add(parameter);
        return Convert.ToInt64(await command.ExecuteScalarAsync(Desk.Cancellation), System.Globalization.CultureInfo.InvariantCulture);
    }
}
