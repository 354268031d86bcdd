using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using RaceSystem.Timing.EdgeAgent.Decoders;
using RaceSystem.Timing.EdgeAgent.Spool;
using RaceSystem.Timing.EdgeAgent.Spool.Disk;
using RaceSystem.Timing.EdgeAgent.Status;
using RaceSystem.Timing.EdgeAgent.Upload;
using RaceSystem.Timing.Protocols.Hosting;

namespace RaceSystem.Timing.EdgeAgent;

/// <summary>Composes the agent; the tests compose it the same way.</summary>
internal static class EdgeAgentSetup
{
    internal static void AddEdgeAgent(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.Configure<EdgeAgentOptions>(builder.Configuration.GetSection(EdgeAgentOptions.Section));
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<ISpoolDisk>(provider => new FolderDisk(OptionsOf(provider).MeetFolder));
        services.AddSingleton(OpenSpool);
        services.AddSingleton<ReadJournal>();
        services.AddSingleton<DeadLetterLog>();
        services.AddSingleton<DeviceClocks>();
        services.AddSingleton<DeviceReports>();
        services.AddSingleton<StatusBoard>();

        // Stopped in the reverse order: decoders first, the spool's keeper last.
        services.AddSingleton<SpoolKeeper>();
        services.AddSingleton<UploadHost>();
        services.AddSingleton<DecoderHost>();
        services.AddHostedService(provider => provider.GetRequiredService<SpoolKeeper>());
        services.AddHostedService(provider => provider.GetRequiredService<UploadHost>());
        services.AddHostedService(provider => provider.GetRequiredService<DecoderHost>());
    }

    internal static void MapEdgeAgent(this WebApplication app) => app.MapStatus();

    private static EdgeAgentOptions OptionsOf(IServiceProvider provider) => provider.GetRequiredService<IOptions<EdgeAgentOptions>>().Value;

    private static ReadSpool OpenSpool(IServiceProvider provider)
    {
        var options = OptionsOf(provider);
        var settings = new SpoolSettings(options.MeetId, options.SegmentBytes, TimeSpan.FromDays(options.KeepDays), options.KeepBytes);
        var spool = ReadSpool.Open(provider.GetRequiredService<ISpoolDisk>(), settings, provider.GetRequiredService<TimeProvider>());
        var logger = provider.GetRequiredService<ILogger<ReadSpool>>();
        LogMessages.SpoolOpened(logger, options.MeetFolder, spool.SegmentCount, spool.Bytes, spool.TornBytes);
        if (spool.DamagedBytes > 0)
        {
            LogMessages.SpoolDamaged(logger, spool.DamagedBytes);
        }

        return spool;
    }
}
