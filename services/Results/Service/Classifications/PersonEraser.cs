using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using RaceSystem.Platform.Changelog;
using RaceSystem.Platform.Storage;
using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Service.Meets;
using RaceSystem.Results.Service.Storage;
using RaceSystem.Results.Service.Storage.Classifications;

namespace RaceSystem.Results.Service.Classifications;

/// <summary>
/// Deletes names and salts of persons whom Registration erased. Rows, evidence and signatures keep a commitment that nobody
/// can open any more. Every start looks at all erased entries again, so a deletion that a crash cut off is made up for.
/// </summary>
internal sealed class PersonEraser(
    [FromKeyedServices(ResultsModule.ServiceName)] IChangelog changelog,
    MeetTable meets,
    TimeProvider time,
    ILogger<PersonEraser> log) : BackgroundService
{
    private const int BatchSize = 500;
    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<string, bool> _noticed = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _signal = new(0);
    private readonly Dictionary<string, HashSet<string>> _done = new(StringComparer.Ordinal);

    /// <summary>Records of Registration were applied to a meet.</summary>
    public void Notice(string meetId)
    {
        if (_noticed.TryAdd(meetId, true))
        {
            _signal.Release();
        }
    }

    public override void Dispose()
    {
        _signal.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await _signal.WaitAsync(stoppingToken);
                foreach (var meetId in _noticed.Keys)
                {
                    _noticed.TryRemove(meetId, out _);
                    await TryEraseAsync(meetId, stoppingToken);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops; the next start looks again.
        }
    }

    private async Task TryEraseAsync(string meetId, CancellationToken cancellationToken)
    {
        try
        {
            await EraseAsync(meetId, cancellationToken);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            log.PersonsNotErased(meetId, RetryDelay, error);
            await Task.Delay(RetryDelay, time, cancellationToken);
            Notice(meetId);
        }
    }

    private async Task EraseAsync(string meetId, CancellationToken cancellationToken)
    {
        if (!_done.TryGetValue(meetId, out var done))
        {
            _done[meetId] = done = new(StringComparer.Ordinal);
        }

        var erased = meets.Find(meetId)?.HiddenEntries().Where(entry => entry.Value == Visibility.Erased && !done.Contains(entry.Key)).Select(entry => entry.Key) ?? [];
        foreach (var batch in erased.Chunk(BatchSize))
        {
            await changelog.CommitAsync(meetId, (transaction, token) => EraseAsync(transaction, batch, token), cancellationToken);
            done.UnionWith(batch);
            log.PersonsErased(meetId, batch.Length);
        }
    }

    /// <summary>Inside the meet's commit, so that a version published at the same time either sees the erasure or is erased after.</summary>
    private static async Task EraseAsync(ChangelogTransaction transaction, string[] entryIds, CancellationToken cancellationToken)
    {
        var meetId = transaction.Head.MeetId;
        await using var context = ServiceDbContext.Over<ResultsDbContext>(transaction);
        var known = await context.Set<StoredErasure>().AsNoTracking().Where(row => row.MeetId == meetId && entryIds.Contains(row.EntryId)).Select(row => row.EntryId).ToListAsync(cancellationToken);
        context.AddRange(entryIds.Except(known, StringComparer.Ordinal).Select(entryId => new StoredErasure { MeetId = meetId, EntryId = entryId }));
        await context.SaveChangesAsync(cancellationToken);
        await context.Set<StoredPerson>().Where(row => row.MeetId == meetId && entryIds.Contains(row.EntryId)).ExecuteDeleteAsync(cancellationToken);
    }
}
