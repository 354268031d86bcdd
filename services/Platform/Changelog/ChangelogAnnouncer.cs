using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using RaceSystem.Contracts.Messages;
using RaceSystem.Platform.Storage;

namespace RaceSystem.Platform.Changelog;

/// <summary>
/// Announces each second where the logs stand that changed lately, so that a follower notices a lost last message; all of
/// them once at start. Also forgets old answers of writes.
/// </summary>
internal sealed class ChangelogAnnouncer(
    StoredChangelog changelog,
    PublishQueue queue,
    ChangeBus bus,
    TimeProvider time,
    ILogger<ChangelogAnnouncer> log) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);

    /// <summary>How long after its last change a log is announced.</summary>
    private static readonly TimeSpan AnnouncedFor = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan UpkeepPeriod = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var headsLoaded = false;
        using var timer = new PeriodicTimer(Period, time);
        try
        {
            await changelog.WhenReadyAsync(stoppingToken);
            var nextUpkeep = time.GetTimestamp();
            do
            {
                headsLoaded = headsLoaded || await UpkeepAsync(LoadHeadsAsync, stoppingToken);
                if (time.GetTimestamp() >= nextUpkeep)
                {
                    await UpkeepAsync(changelog.ForgetOldAnswersAsync, stoppingToken);
                    nextUpkeep = time.GetTimestamp() + (long)(UpkeepPeriod.TotalSeconds * time.TimestampFrequency);
                }

                await AnnounceAsync(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    private async Task LoadHeadsAsync(CancellationToken cancellationToken)
    {
        foreach (var head in await changelog.ListHeadsAsync(cancellationToken))
        {
            queue.Announce(head);
        }
    }

    private async Task<bool> UpkeepAsync(Func<CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        try
        {
            await work(cancellationToken);
            return true;
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            log.UpkeepFailed(changelog.Owner, error);
            return false;
        }
    }

    private async Task AnnounceAsync(CancellationToken cancellationToken)
    {
        try
        {
            foreach (var head in queue.Heads)
            {
                if (time.GetElapsedTime(head.ChangedAt) > AnnouncedFor)
                {
                    queue.Retire(head);
                    continue;
                }

                var message = new ChangelogHeadAnnounced(changelog.Owner, head.Head.MeetId, head.Head.LogId, head.Head.Sequence);
                await bus.PublishAsync(message, typeof(ChangelogHeadAnnounced), cancellationToken);
            }
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            log.AnnounceFailed(changelog.Owner, error);
        }
    }
}
