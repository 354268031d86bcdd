using Google.Rpc;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using RaceSystem.Platform.Changelog;
using RaceSystem.Registration.Service.Wire;
using RaceSystem.Registration.V1;
using RaceSystem.Testing;
using Meet = RaceSystem.Registration.V1.Meet;
using Race = RaceSystem.Registration.V1.Race;
using Sex = RaceSystem.Registration.V1.Sex;

namespace RaceSystem.Registration.Tests.Service;

/// <summary>A registration desk: a client of the service and a meet of its own.</summary>
public sealed class Desk(ModuleHost host, string meetId)
{
    public string MeetId => meetId;

    public ModuleHost Host => host;

    public RegistrationService.RegistrationServiceClient Client { get; } = new(host.Channel);

    public static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>The sample meet under this desk's id.</summary>
    public Meet SampleMeet()
    {
        var meet = MeetWire.ToWire(Sample.Meet with { MeetId = meetId });
        foreach (var race in meet.Races)
        {
            race.RulesVersion = 1;
        }

        return meet;
    }

    public static Race SampleRace(string raceId) => RaceWire.ToWire(Sample.Race(raceId) with { RulesVersion = 1 });

    public async Task<ApplyMeetResponse> ApplyAsync(Meet meet, string requestId = "") =>
        await Client.ApplyMeetAsync(new() { Meet = meet, RequestId = requestId }, cancellationToken: Cancellation);

    public Task<ApplyMeetResponse> ApplySampleAsync() => ApplyAsync(SampleMeet());

    public static Entry Entry(string entryId, string bib = "", params string[] chips) => new()
    {
        EntryId = entryId,
        RaceId = "marathon",
        Bib = bib,
        Chips = { chips },
        Status = EntryStatus.Confirmed,
        Visibility = Visibility.Public,
        Participant = new() { FamilyName = "Kim", GivenName = "Jong Song", Sex = Sex.Male, BirthDate = "1983-05-01", Country = "PRK", Club = "Sobaeksu" },
    };

    public async Task<Entry> CreateAsync(Entry entry, string requestId = "") =>
        (await Client.CreateEntryAsync(new() { MeetId = meetId, Entry = entry, RequestId = requestId }, cancellationToken: Cancellation)).Entry;

    public async Task<Entry> UpdateAsync(Entry entry, string requestId = "") =>
        (await Client.UpdateEntryAsync(new() { MeetId = meetId, Entry = entry, RequestId = requestId }, cancellationToken: Cancellation)).Entry;

    /// <summary>Imports rows in chunks; line numbers count from 1.</summary>
    public async Task<ImportEntriesResponse> ImportAsync(IEnumerable<Entry?> entries, int chunkSize = 2_000, bool skipInvalid = false, bool validateOnly = false, string requestId = "")
    {
        using var call = Client.ImportEntries(cancellationToken: Cancellation);
        await call.RequestStream.WriteAsync(new() { Header = new() { MeetId = meetId, SkipInvalid = skipInvalid, ValidateOnly = validateOnly, RequestId = requestId } });
        var line = 0;
        foreach (var rows in entries.Chunk(chunkSize))
        {
            var chunk = new ImportChunk();
            chunk.Rows.AddRange(rows.Select(entry => new ImportRow { Line = ++line, Entry = entry }));
            await call.RequestStream.WriteAsync(new() { Chunk = chunk });
        }

        await call.RequestStream.CompleteAsync();
        return await call.ResponseAsync;
    }

    /// <summary>Every entry of the meet, page by page.</summary>
    public async Task<List<Entry>> ListAllAsync(int pageSize = 1_000, string raceId = "")
    {
        var entries = new List<Entry>();
        var token = "";
        do
        {
            var page = await Client.ListEntriesAsync(new() { MeetId = meetId, RaceId = raceId, PageSize = pageSize, PageToken = token }, cancellationToken: Cancellation);
            entries.AddRange(page.Entries);
            token = page.NextPageToken;
        }
        while (token.Length > 0);
        return entries;
    }

    public async Task<long> CountAsync() => (await Client.GetMeetAsync(new() { MeetId = meetId }, cancellationToken: Cancellation)).EntryCount;

    /// <summary>The kept records of the meet's log, by key.</summary>
    public async Task<Dictionary<string, RegistrationRecord>> LogAsync()
    {
        var log = host.Services.GetRequiredKeyedService<IChangelog>("registration");
        var page = await log.ListAfterAsync(meetId, 0, 10_000, Cancellation);
        return page.Records.ToDictionary(record => record.Key, record => RegistrationRecord.Parser.ParseFrom(record.Value.Span));
    }

    public async Task<long> HeadAsync() => (await host.Services.GetRequiredKeyedService<IChangelog>("registration").GetHeadAsync(meetId, Cancellation)).Sequence;

    /// <summary>The call is refused; gives the reason and the fields.</summary>
    public static async Task<(StatusCode Code, string Reason, string[] Fields)> RefusedAsync(Func<Task> call)
    {
        var error = await Assert.ThrowsAsync<RpcException>(call);
        var status = error.GetRpcStatus();
        Assert.NotNull(status);
        return (error.StatusCode, status.GetDetail<ErrorInfo>()?.Reason ?? "", [.. status.GetDetail<BadRequest>()?.FieldViolations.Select(violation => violation.Field) ?? []]);
    }
}
