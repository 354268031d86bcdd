using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using RaceSystem.Kernel;
using RaceSystem.Platform.Changelog;
using RaceSystem.Platform.Storage;
using RaceSystem.Results.Service.Meets;

namespace RaceSystem.Results.Service.Following;

/// <summary>
/// Results' own log as this replica has applied it: read whole from the database at start, then on after every commit,
/// its own or another replica's. Safe to use from several threads.
/// </summary>
internal sealed class OwnLog(
    [FromKeyedServices(ResultsModule.ServiceName)] IChangelog changelog,
    [FromKeyedServices(ResultsModule.ServiceName)] IServiceStorage storage,
    MeetTable meets,
    TimeProvider time,
    ILogger<OwnLog> log) : BackgroundService
{
    private const int PageSize = 5_000;
    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(2);
    private readonly ConcurrentDictionary<string, Position> _positions = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource _loaded = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when everything the database held at the start is applied.</summary>
    public Task WhenLoadedAsync(CancellationToken cancellationToken) => _loaded.Task.WaitAsync(cancellationToken);

    /// <summary>Last sequence of a meet's log that was applied.</summary>
    public long AppliedSequence(string meetId) => _positions.TryGetValue(meetId, out var position) ? position.Sequence : 0;

    /// <summary>Takes a message's word that a log of ours goes up to a sequence.</summary>
    public Task HearAsync(string owner, string meetId, string logId, long sequence, CancellationToken cancellationToken)
    {
        var position = _positions.GetValueOrDefault(meetId);
        var isNews = owner == changelog.Owner && (position is null || position.LogId != logId || position.Sequence < sequence);
        return isNews ? CatchUpAsync(meetId, cancellationToken) : Task.CompletedTask;
    }

    /// <summary>Applies everything the database holds of a meet's log.</summary>
    public async Task CatchUpAsync(string meetId, CancellationToken cancellationToken)
    {
        var position = _positions.GetOrAdd(meetId, _ => new Position());
        await position.Turn.WaitAsync(cancellationToken);
        try
        {
            await ApplyAsync(meetId, position, cancellationToken);
        }
        finally
        {
            position.Turn.Release();
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await storage.WhenReadyAsync(stoppingToken);
                foreach (var head in await changelog.ListHeadsAsync(stoppingToken))
                {
                    await CatchUpAsync(head.MeetId, stoppingToken);
                }

                _loaded.SetResult();
                return;
            }
            catch (Exception error) when (error is DbException or TimeoutException or RefusalException)
            {
                log.DeclarationsNotRead(RetryDelay, error);
                await Task.Delay(RetryDelay, time, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                // The host stops before the log was read: nothing is lost, it is in the database.
                return;
            }
        }
    }

    private async Task ApplyAsync(string meetId, Position position, CancellationToken cancellationToken)
    {
        ChangelogPage page;
        do
        {
            page = await changelog.ListAfterAsync(meetId, position.Sequence, PageSize, cancellationToken);
            if (page.LogId.Length == 0 && position.LogId.Length == 0)
            {
                return;
            }

            var meet = meets.GetOrAdd(meetId);
            if (position.LogId != page.LogId)
            {
                var isFirst = position.LogId.Length == 0 && position.Sequence == 0;
                position.LogId = page.LogId;
                if (!isFirst)
                {
                    position.Sequence = 0;
                    meet.ResetResults();
                    page = await changelog.ListAfterAsync(meetId, 0, PageSize, cancellationToken);
                }
            }

            meet.ApplyResults(page.Records, page.ThroughSequence);
            position.Sequence = page.ThroughSequence;
        }
        while (page.ThroughSequence < page.HeadSequence);
    }

    private sealed class Position
    {
        public SemaphoreSlim Turn { get; } = new(1, 1);

        public volatile string LogId = "";
        private long _sequence;

        public long Sequence
        {
            get => Volatile.Read(ref _sequence);
            set => Volatile.Write(ref _sequence, value);
        }
    }
}
