using System.Text.Encodings.Web;
using System.Text.Unicode;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using RaceSystem.Dashboard.Service.Anomalies;
using RaceSystem.Dashboard.Service.Assets;
using RaceSystem.Dashboard.Service.Awards;
using RaceSystem.Dashboard.Service.Control;
using RaceSystem.Dashboard.Service.Cuts;
using RaceSystem.Dashboard.Service.Decisions;
using RaceSystem.Dashboard.Service.Desk;
using RaceSystem.Dashboard.Service.Home;
using RaceSystem.Dashboard.Service.Leaders;
using RaceSystem.Dashboard.Service.Live;
using RaceSystem.Dashboard.Service.Meets;
using RaceSystem.Dashboard.Service.Nations;
using RaceSystem.Dashboard.Service.Problems;
using RaceSystem.Dashboard.Service.Publishing;
using RaceSystem.Dashboard.Service.Races;
using RaceSystem.Dashboard.Service.Runners;
using RaceSystem.Dashboard.Service.Sweeps;
using RaceSystem.Dashboard.Service.Teams;
using RaceSystem.Dashboard.Service.TimingPoints;
using RaceSystem.Dashboard.Service.Upstream;
using RaceSystem.Platform.Modules;
using RaceSystem.Registration.V1;
using RaceSystem.Results.V1;
using RaceSystem.Timing.V1;

namespace RaceSystem.Dashboard.Service;

/// <summary>Web pages and event streams over the three services; owns no data.</summary>
public sealed class DashboardModule : IServiceModule
{
    /// <inheritdoc/>
    public string Name => "dashboard";

    /// <inheritdoc/>
    public IReadOnlyList<string> DependsOn => ["registration", "timing", "results"];

    /// <inheritdoc/>
    public void AddServices(IHostApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddServiceClient<RegistrationService.RegistrationServiceClient>("registration");
        builder.AddServiceClient<TimingService.TimingServiceClient>("timing");
        builder.AddServiceClient<ResultsService.ResultsServiceClient>("results");

        var services = builder.Services;
        services.AddRazorComponents();

        // Names in any script go out as they are, not as entities of eight bytes a letter; markup is escaped all the same.
        services.TryAddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        PageCompression.Add(services);
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<LiveOptions>().BindConfiguration("Dashboard:Live");
        services.AddSingleton<LiveStreams>();
        AddFeed<StandingsView, StandingsState, StandingsSource>(services);
        AddFeed<LeadersView, LeadersState, LeadersSource>(services);
        AddFeed<string, GetMeetProgressResponse, ProgressSource>(services);
        AddFeed<string, TimingPointsMessage, TimingPointsSource>(services);
        AddFeed<string, ControlMessage, ControlSource>(services);
        services.AddSingleton<MeetDirectory>();
        services.AddSingleton<RaceLookup>();
        services.AddSingleton<RaceLists>();
        services.AddSingleton<StandingsPages>();
        services.AddSingleton<DeskLookup>();
        services.AddSingleton<AnomalyDirectory>();
        services.AddSingleton<AdjudicationDirectory>();
        services.AddSingleton<DecisionStateForms>();
    }

    /// <inheritdoc/>
    public void AddConsumers(IBusRegistrationConfigurator bus)
    {
        // Nothing from the bus: what pages show comes from the services' own streams.
    }

    /// <inheritdoc/>
    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        PageAssets.Map(endpoints);
        var pages = endpoints.MapGroup("").AddEndpointFilter<RouteGroupBuilder, PageFilter>().ExcludeFromDescription();
        HomeEndpoints.Map(pages);
        MeetEndpoints.Map(pages);
        RaceEndpoints.Map(pages);
        LeadersEndpoints.Map(pages);
        NationEndpoints.Map(pages);
        AwardEndpoints.Map(pages);
        TeamEndpoints.Map(pages);
        RunnerEndpoints.Map(pages);
        TimingPointsEndpoints.Map(pages);
        ControlEndpoints.Map(pages);
        AnomalyEndpoints.Map(pages);
        DecisionEndpoints.Map(pages);
        DecisionStateEndpoints.Map(pages);
        SweepEndpoints.Map(pages);
        CutsEndpoints.Map(pages);
        PublishEndpoints.Map(pages);
        FileEndpoints.Map(pages);
        pages.MapPage("/meets/{**rest}", () => PageFilter.Page(StatusCodes.Status404NotFound, "There is no page at this address. The list of meets leads to all pages."));
    }

    private static void AddFeed<TKey, TState, TSource>(IServiceCollection services)
        where TKey : notnull
        where TState : class
        where TSource : class, ILiveSource<TKey, TState>
    {
        services.AddSingleton<ILiveSource<TKey, TState>, TSource>();
        services.AddSingleton<LiveHub<TKey, TState>>();
    }
}
