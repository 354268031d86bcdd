using Microsoft.Extensions.Logging;
using RaceSystem.Kernel;

namespace RaceSystem.Platform.Changelog.Following;

/// <summary>Reads the stored copy at start, and stores behind what is applied.</summary>
internal sealed class CopyKeeper(string service, string owner, FollowedCopy copy, AppliedLogs applied, FollowedMeets meets, TimeProvider time, ILogger log)
{
    /// <summary>How often the copy is stored, and how long a read that failed waits.</summary>
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(500);

    /// <summary>How long a reader of the copy waits for what is applied to be stored, and how often it looks.</summary>
    private static readonly TimeSpan ReadPatience = TimeSpan.FromSeconds(10), ReadPeriod = TimeSpan.FromMilliseconds(50);

    /// <summary>Applies the stored copy; waits for a database that is away.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        await copy.WhenReadyAsync(cancellationToken);
        while (true)
        {
            try
            {
                await LoadLogsAsync(cancellationToken);
                return;
            }
            catch (Exception error) when (!cancellationToken.IsCancellationRequested)
            {
                log.CopyNotLoaded(service, owner, error);
            }

            await Task.Delay(Period, time, cancellationToken);
        }
    }

    /// <summary>Reads the stored copy of one log once it holds a sequence; waits for it a while.</summary>
    public async Task<ChangelogHead> ReadAsync(string meetId, long atLeast, Action<IReadOnlyList<ChangelogRecord>> take, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        while ((await copy.GetHeadAsync(meetId, cancellationToken)).Sequence < atLeast)
        {
            if (time.GetElapsedTime(started) > ReadPatience)
            {
                throw new RefusalException(RefusalKind.Unavailable, "COPY_BEHIND", $"The stored copy of the log of '{owner}' does not hold yet what is applied; try again.");
            }

            await Task.Delay(ReadPeriod, time, cancellationToken);
        }

        return await copy.ReadAsync(meetId, (batch, _) => take(batch), cancellationToken);
    }

    /// <summary>Stores until it is cancelled.</summary>
    public async Task StoreAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Period, time);
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            await StoreOnceAsync(cancellationToken);
        }
    }

    /// <summary>Stores what is applied; what cannot be stored is kept for the next time.</summary>
    public async Task StoreOnceAsync(CancellationToken cancellationToken)
    {
        var taken = new Queue<PendingCopy>(applied.Pending.TakeAll());
        try
        {
            while (taken.TryPeek(out var pending))
            {
                await copy.StoreAsync(pending, cancellationToken);
                taken.Dequeue();
            }
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            applied.Pending.GiveBack(taken);
            log.CopyNotStored(service, owner, applied.Pending.Count, error);
        }
    }

    private async Task LoadLogsAsync(CancellationToken cancellationToken)
    {
        long records = 0;
        var heads = await copy.ListAsync(cancellationToken);
        foreach (var meetId in heads.Select(head => head.MeetId))
        {
            // A read that failed half-way is repeated whole.
            applied.BeginCopy(meetId);
            var head = await copy.ReadAsync(
                meetId,
                (batch, through) =>
                {
                    applied.AppliedFromCopy(meetId, batch, through);
                    records += batch.Count;
                },
                cancellationToken);
            await meets.UseAsync(meetId, followed => followed.Resume(head.LogId, head.Sequence), cancellationToken);
        }

        log.CopyLoaded(service, owner, heads.Count, records);
    }
}
