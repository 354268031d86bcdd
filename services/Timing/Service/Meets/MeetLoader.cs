using System.Data.Common;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RaceSystem.Kernel;
using RaceSystem.Platform.Changelog;
using RaceSystem.Platform.Storage;
using RaceSystem.Timing.Service.RawLog;
using RaceSystem.Timing.Service.Storage;
using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.Service.Meets;

/// <summary>
/// Brings a meet's state up to the database: the same way after a restart, after a failed commit, and when another
/// instance has written. Passings that come out are in the log already, since whoever wrote the rows wrote them too.
/// </summary>
internal sealed class MeetLoader(
    [FromKeyedServices(TimingModule.ServiceName)] IServiceStorage storage,
    [FromKeyedServices(TimingModule.ServiceName)] IChangelog changelog,
    IDbContextFactory<TimingDbContext> contexts,
    IRawLog rawLog,
    ILogger<MeetLoader> logger)
{
    /// <summary>Brings the state up to what is committed now.</summary>
    internal async Task CatchUpAsync(string meetId, MeetState state, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var before = state.Reads.ReadCount;
        if (state.Head is null)
        {
            // Refuses in time when the database is away; the storage itself waits for its schema without a limit.
            await changelog.GetHeadAsync(meetId, cancellationToken);
        }

        await using var connection = await storage.OpenAsync(cancellationToken);

        // In this order: the settings then cover every row that is applied, and what is committed meanwhile is noticed
        // the next time.
        var lastOrdinal = await rawLog.LastOrdinalAsync(connection, null, meetId, cancellationToken);
        var head = await changelog.GetHeadAsync(meetId, cancellationToken);
        if (state.Head != head)
        {
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            await LoadSettingsAsync(context, state, head, cancellationToken);
        }

        await LoadRowsAsync(connection, null, meetId, state, lastOrdinal, cancellationToken);
        if (state.Reads.ReadCount - before > 100_000)
        {
            LogMessages.MeetRebuilt(logger, meetId, state.Reads.ReadCount, state.AppliedOrdinal, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
    }

    /// <summary>Brings the state up to what lies below the transaction, which holds the meet's log.</summary>
    internal async Task CatchUpAsync(ChangelogTransaction transaction, MeetState state, CancellationToken cancellationToken)
    {
        var head = transaction.Head;
        if (state.Head != head)
        {
            await using var context = ServiceDbContext.Over<TimingDbContext>(transaction);
            await LoadSettingsAsync(context, state, head, cancellationToken);
        }

        var lastOrdinal = await rawLog.LastOrdinalAsync(transaction.Connection, transaction.Transaction, head.MeetId, cancellationToken);
        await LoadRowsAsync(transaction.Connection, transaction.Transaction, head.MeetId, state, lastOrdinal, cancellationToken);
    }

    private static async Task LoadSettingsAsync(TimingDbContext context, MeetState state, ChangelogHead head, CancellationToken cancellationToken)
    {
        if (state.Head is { LogId.Length: > 0 } loaded && loaded.LogId != head.LogId)
        {
            throw new InvalidOperationException($"The log of meet '{head.MeetId}' was made anew: what is in memory belongs to another one.");
        }

        await LoadCorrectionsAsync(context, state, head.MeetId, cancellationToken);
        await foreach (var point in context.TimingPoints.AsNoTracking().Where(row => row.MeetId == head.MeetId).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            state.Apply(PointSettings.From(point));
        }

        await foreach (var device in context.TimingDevices.AsNoTracking().Where(row => row.MeetId == head.MeetId).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            state.Apply(DeviceSettings.From(device));
        }

        state.Reads.Settle(static (_, _, _) => { });
        state.Head = head;
    }

    /// <summary>
    /// Whoever writes one of these rows appends a record to the log in the same commit: that is how another instance
    /// notices, and it reads them again before the settings that are applied with them.
    /// </summary>
    private static async Task LoadCorrectionsAsync(TimingDbContext context, MeetState state, string meetId, CancellationToken cancellationToken)
    {
        await foreach (var gun in context.GunStarts.AsNoTracking().Where(row => row.MeetId == meetId).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            state.Guns.Record(gun.RaceId, gun.WaveId, gun.Revision, new Instant(gun.StartMicros));
        }

        await foreach (var correction in context.ClockCorrections.AsNoTracking().Where(row => row.MeetId == meetId).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            state.Clocks.Take(correction);
        }

        await foreach (var quarantine in context.Quarantines.AsNoTracking().Where(row => row.MeetId == meetId).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            state.Clocks.Take(quarantine);
        }
    }

    private async Task LoadRowsAsync(DbConnection connection, DbTransaction? transaction, string meetId, MeetState state, long lastOrdinal, CancellationToken cancellationToken)
    {
        if (lastOrdinal == state.AppliedOrdinal)
        {
            return;
        }

        await foreach (var row in rawLog.ReadRangeAsync(connection, transaction, meetId, state.AppliedOrdinal, lastOrdinal, cancellationToken))
        {
            state.Apply(row, ReadBatch.Parser.ParseFrom(row.Payload));
        }

        state.Reads.Settle(static (_, _, _) => { });
    }
}
