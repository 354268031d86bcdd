using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using RaceSystem.Client;
using RaceSystem.Timing.EdgeAgent.Csv;
using RaceSystem.Timing.EdgeAgent.Spool;
using RaceSystem.Timing.EdgeAgent.Status;
using RaceSystem.Timing.EdgeAgent.Upload;

namespace RaceSystem.Timing.EdgeAgent;

/// <summary>Composes the agent; the tests compose it the same way.</summary>
internal static class EdgeAgentSetup
{
    internal static void AddEdgeAgent(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.Configure<EdgeAgentOptions>(builder.Configuration.GetSection(EdgeAgentOptions.Section));
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<AgentCounters>();
        services.AddSingleton<CsvReadParser>();
        services.AddSingleton(OpenSpool);
        services.AddSingleton(provider => new RaceSystemClient(provider.GetRequiredService<IOptions<EdgeAgentOptions>>().Value.Server));
        services.AddSingleton<ReadJournal>();
        services.AddSingleton<CsvListener>();
        services.AddSingleton<SpoolUploader>();
        services.AddHostedService(provider => provider.GetRequiredService<ReadJournal>());
        services.AddHostedService(provider => provider.GetRequiredService<CsvListener>());
        services.AddHostedService(provider => provider.GetRequiredService<SpoolUploader>());
    }

    internal static void MapEdgeAgent(this WebApplication app) => app.MapStatus();

    private static SpoolFile OpenSpool(IServiceProvider provider)
    {
        var settings = provider.GetRequiredService<IOptions<EdgeAgentOptions>>().Value;
        Directory.CreateDirectory(settings.Folder);

        // One spool a meet and device: another meet's reads must not go on in this one's sequences.
        var path = Path.Combine(settings.Folder, $"{settings.MeetId}.{settings.DeviceId}.spool");
        var spool = SpoolFile.Open(path, provider.GetRequiredService<TimeProvider>());
        LogMessages.SpoolOpened(provider.GetRequiredService<ILogger<SpoolFile>>(), path, spool.Epoch, spool.LastSequence, spool.TornBytes);
        return spool;
    }
}
