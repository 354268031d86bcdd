using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using RaceSystem.Contracts.Messages;
using RaceSystem.Platform.Bus;
using RaceSystem.Platform.Changelog;
using RaceSystem.Platform.Modules;
using RaceSystem.Platform.Storage;
using RaceSystem.Results.Certification.Evidence;
using RaceSystem.Results.Service.Adjudications;
using RaceSystem.Results.Service.Classifications;
using RaceSystem.Results.Service.DeclareStatus;
using RaceSystem.Results.Service.EvaluateScenario;
using RaceSystem.Results.Service.ExplainResult;
using RaceSystem.Results.Service.ExportResults;
using RaceSystem.Results.Service.Finishes;
using RaceSystem.Results.Service.Following;
using RaceSystem.Results.Service.GetLiveRace;
using RaceSystem.Results.Service.GetMeetProgress;
using RaceSystem.Results.Service.GetParticipantResult;
using RaceSystem.Results.Service.GetStandings;
using RaceSystem.Results.Service.ListPredictions;
using RaceSystem.Results.Service.ListSweep;
using RaceSystem.Results.Service.ListAnomalies;
using RaceSystem.Results.Service.Meets;
using RaceSystem.Results.Service.ListCutSuspicions;
using RaceSystem.Results.Service.ListPointHealth;
using RaceSystem.Results.Service.Plausibility;
using RaceSystem.Results.Service.Storage;
using RaceSystem.Results.Service.StreamResults;
using RaceSystem.Results.Service.WatchStandings;
using RaceSystem.Timing.V1;

namespace RaceSystem.Results.Service;

/// <summary>
/// Results: follows Registration's and Timing's logs, scores every race, serves standings, and owns the log of declared
/// statuses and adjudications.
/// </summary>
public sealed class ResultsModule : IServiceModule
{
    /// <summary>Short name of the service.</summary>
    public const string ServiceName = "results";

    /// <summary>Key of the follower of Registration's log.</summary>
    internal const string RegistrationFollower = "results:registration";

    /// <summary>Key of the follower of Timing's log.</summary>
    internal const string TimingFollower = "results:timing";

    /// <inheritdoc/>
    public string Name => ServiceName;

    /// <inheritdoc/>
    public IReadOnlyList<string> DependsOn => ["registration", "timing"];

    /// <inheritdoc/>
    public void AddServices(IHostApplicationBuilder builder)
    {
        builder.AddServiceStorage<ResultsDbContext, SqliteResultsDbContext, PostgresResultsDbContext>(ServiceName);
        builder.AddChangelog(ServiceName, routes => routes
            .Publish("", range => new AdjudicationsChanged(range.Owner, range.MeetId, range.LogId, range.FirstSequence, range.LastSequence, range.Records))
            .Publish(
                EvidenceOwners.ClassificationPrefix,
                range => new ClassificationPublished(range.Owner, range.MeetId, range.LogId, range.FirstSequence, range.LastSequence, range.Records)));

        var services = builder.Services;
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<MeetTable>().AddSingleton<KnownMeets>();
        services.AddSingleton(provider => new StartGate(
            provider.GetRequiredService<MeetTable>(),
            provider.GetRequiredKeyedService<IChangelogFollower>(RegistrationFollower),
            provider.GetRequiredKeyedService<IChangelogFollower>(TimingFollower),
            provider.GetRequiredService<OwnLog>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<OwnLog>();
        services.AddHostedService(provider => provider.GetRequiredService<OwnLog>());
        services.AddClassifications();
        builder.AddChangelogFollower<RegistrationProjection>(ServiceName, "registration");
        builder.AddChangelogFollower<TimingProjection>(ServiceName, "timing");

        services.AddSingleton<GetMeetProgressHandler>().AddSingleton<GetStandingsHandler>().AddSingleton<WatchStandingsHandler>();
        services.AddSingleton<GetParticipantResultHandler>().AddSingleton<StreamResultsHandler>().AddSingleton<DeclareStatusHandler>();
        services.AddHandlers<FinishHandlers>();
        builder.AddServiceClient<TimingService.TimingServiceClient>("timing");
        services.AddSingleton<ListSweepHandler>().AddSingleton<ListAnomaliesHandler>();
        services.AddSingleton<GetLiveRaceHandler>().AddSingleton<ListPredictionsHandler>();
        services.AddSingleton<TimingEvidence>().AddSingleton<ExplainResultHandler>().AddSingleton<EvaluateScenarioHandler>();
        services.AddSingleton<PlausibilityDesk>().AddSingleton<ListCutSuspicionsHandler>().AddSingleton<ListPointHealthHandler>();
        services.AddSingleton<PublishedSheets>().AddSingleton<ExportDesk>().AddSingleton<ExportResultsHandler>();

        services.AddSingleton<SettledMeets>().AddSingleton<AdjudicationLog>().AddSingleton<AdjudicationSteps>();
        services.AddHandlers<AdjudicationHandlers>();
    }

    /// <inheritdoc/>
    public void AddConsumers(IBusRegistrationConfigurator bus)
    {
        bus.AddFollowerConsumer<RegistrationChangesConsumer>(ServiceName);
        bus.AddFollowerConsumer<TimingChangesConsumer>(ServiceName);
        bus.AddFollowerConsumer<AdjudicationsConsumer>(ServiceName);
    }

    /// <inheritdoc/>
    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGrpcService<ResultsGrpcService>();
        endpoints.MapExports();
    }
}
