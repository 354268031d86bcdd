using Microsoft.Extensions.Options;
using RaceSystem.Client;
using RaceSystem.Timing.EdgeAgent.Spool;
using RaceSystem.Timing.EdgeAgent.Status;

namespace RaceSystem.Timing.EdgeAgent.Upload;

/// <summary>Uploads what every device has: those of the settings, and those that the spool still has reads of.</summary>
internal sealed class UploadHost : BackgroundService
{
    private readonly RaceSystemClient _live;
    private readonly RaceSystemClient _catchUp;

    public UploadHost(IOptions<EdgeAgentOptions> options, ReadSpool spool, DeviceReports reports, TimeProvider time, ILogger<UploadHost> logger)
    {
        var settings = options.Value;

        // Two connections: a batch that catches up and got lost on the way must not hold back live ones behind it.
        (_live, _catchUp) = (new RaceSystemClient(settings.Server), new RaceSystemClient(settings.Server));
        foreach (var device in settings.DeviceIds.Union(spool.DeviceIds, StringComparer.Ordinal))
        {
            DeviceUploader? uploader = null;
            uploader = new DeviceUploader(
                new LaneTarget(_live.Timing, settings.MeetId, device),
                new LaneTarget(_catchUp.Timing, settings.MeetId, device),
                spool,
                new RefusedBatches(settings.MeetFolder, device, time),
                () => reports.Of(uploader!),
                time,
                logger);
            Uploaders.Add(uploader);
        }
    }

    /// <summary>One a device.</summary>
    internal List<DeviceUploader> Uploaders { get; } = [];

    public override void Dispose()
    {
        _live.Dispose();
        _catchUp.Dispose();
        base.Dispose();
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(Uploaders.Select(uploader => uploader.RunAsync(stoppingToken)));
}
