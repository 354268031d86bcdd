using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using RaceSystem.Contracts.Messages;
using RaceSystem.Platform.Changelog;
using RaceSystem.Platform.Modules;
using RaceSystem.Platform.Storage;
using RaceSystem.Registration.Service.ApplyMeet;
using RaceSystem.Registration.Service.CreateEntry;
using RaceSystem.Registration.Service.EraseParticipant;
using RaceSystem.Registration.Service.GetEntry;
using RaceSystem.Registration.Service.GetMeet;
using RaceSystem.Registration.Service.ImportEntries;
using RaceSystem.Registration.Service.ListEntries;
using RaceSystem.Registration.Service.ListMeets;
using RaceSystem.Registration.Service.Storage;
using RaceSystem.Registration.Service.Storage.Postgres;
using RaceSystem.Registration.Service.Storage.Sqlite;
using RaceSystem.Registration.Service.UpdateEntry;

namespace RaceSystem.Registration.Service;

/// <summary>Registration: meets, races, entries, bibs and chips. Depends on no other service.</summary>
public sealed class RegistrationModule : IServiceModule
{
    /// <summary>Short name of the service.</summary>
    public const string ServiceName = "registration";

    /// <inheritdoc/>
    public string Name => ServiceName;

    /// <inheritdoc/>
    public IReadOnlyList<string> DependsOn => [];

    /// <inheritdoc/>
    public void AddServices(IHostApplicationBuilder builder)
    {
        builder.AddServiceStorage<RegistrationContext, SqliteRegistrationContext, PostgresRegistrationContext>(ServiceName);
        builder.AddChangelog(ServiceName, routes => routes
            .Publish("", range => new MeetChanged(range.Owner, range.MeetId, range.LogId, range.FirstSequence, range.LastSequence, range.Records))
            .Publish(RecordKeys.EntryPrefix, range => new EntriesChanged(range.Owner, range.MeetId, range.LogId, range.FirstSequence, range.LastSequence, range.Records)));

        var services = builder.Services;
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<IEntryWriter>(provider => provider.GetRequiredKeyedService<IServiceStorage>(ServiceName).Provider switch
        {
            StorageProvider.Sqlite => new SqliteEntryWriter(),
            _ => new PostgresEntryWriter(),
        });
        services.AddSingleton<RegistrationReads>().AddSingleton<RegistrationWrites>().AddSingleton<EntryWrites>().AddSingleton<EntryIds>().AddSingleton<RegistrationTelemetry>();
        services.AddSingleton<ApplyMeetHandler>().AddSingleton<GetMeetHandler>().AddSingleton<ListMeetsHandler>();
        services.AddSingleton<CreateEntryHandler>().AddSingleton<GetEntryHandler>().AddSingleton<ListEntriesHandler>();
        services.AddSingleton<UpdateEntryHandler>().AddSingleton<ImportEntriesHandler>().AddSingleton<EraseParticipantHandler>();
    }

    /// <inheritdoc/>
    public void AddConsumers(IBusRegistrationConfigurator bus)
    {
        // Registration follows no log.
    }

    /// <inheritdoc/>
    public void MapEndpoints(IEndpointRouteBuilder endpoints) => endpoints.MapGrpcService<RegistrationGrpcService>();
}
