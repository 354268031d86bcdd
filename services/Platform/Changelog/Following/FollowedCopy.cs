using System.Data.Common;
using RaceSystem.Platform.Storage;

namespace RaceSystem.Platform.Changelog.Following;

/// <summary>
/// The stored copy of an owner's logs in the follower's database. Several replicas may write it at once: a log's row is
/// locked, a record never replaces a later one, and a stretch that would leave a hole is not stored.
/// </summary>
internal sealed class FollowedCopy(string owner, IServiceStorage storage, WriteGate gate)
{
    /// <summary>Records handed over at once while a copy is read.</summary>
    private const int ReadBatch = 5_000;

    private readonly IRecordStatements _statements = RecordStatements.For(storage.Provider);

    public Task WhenReadyAsync(CancellationToken cancellationToken) => storage.WhenReadyAsync(cancellationToken);

    /// <summary>The logs there is a copy of.</summary>
    public async Task<IReadOnlyList<ChangelogHead>> ListAsync(CancellationToken cancellationToken)
    {
        await using var connection = await storage.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT meet_id, log_id, sequence FROM followed_logs WHERE owner = @owner ORDER BY meet_id";
        command.Add("@owner", owner);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var heads = new List<ChangelogHead>();
        while (await reader.ReadAsync(cancellationToken))
        {
            heads.Add(new ChangelogHead(reader.GetString(0), reader.GetString(1), reader.GetInt64(2)));
        }

        return heads;
    }

    /// <summary>How far the copy of one log is complete.</summary>
    public async Task<ChangelogHead> GetHeadAsync(string meetId, CancellationToken cancellationToken)
    {
        await using var connection = await storage.OpenAsync(cancellationToken);
        await using var transaction = await _statements.BeginSnapshotAsync(connection, cancellationToken);
        return await ReadHeadAsync(transaction, meetId, "", cancellationToken);
    }

    /// <summary>Reads the copy of one log in sequence order.</summary>
    /// <returns>The log's identity and how far the copy is complete.</returns>
    public async Task<ChangelogHead> ReadAsync(string meetId, Action<IReadOnlyList<ChangelogRecord>, long> take, CancellationToken cancellationToken)
    {
        await using var connection = await storage.OpenAsync(cancellationToken);
        await using var transaction = await _statements.BeginSnapshotAsync(connection, cancellationToken);
        var head = await ReadHeadAsync(transaction, meetId, "", cancellationToken);
        await using var command = Command(
            transaction,
            "SELECT sequence, key, value FROM followed_records WHERE owner = @owner AND meet_id = @meet ORDER BY sequence",
            meetId);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var batch = new List<ChangelogRecord>(ReadBatch);
        while (await reader.ReadAsync(cancellationToken))
        {
            batch.Add(new ChangelogRecord(reader.GetInt64(0), reader.GetString(1), reader.GetFieldValue<byte[]>(2)));
            if (batch.Count == ReadBatch)
            {
                take(batch, batch[^1].Sequence);
                batch = new List<ChangelogRecord>(ReadBatch);
            }
        }

        take(batch, head.Sequence);
        return head;
    }

    /// <summary>Stores a stretch, or nothing when it does not fit what is stored.</summary>
    public async Task StoreAsync(PendingCopy pending, CancellationToken cancellationToken)
    {
        using var turn = await gate.EnterAsync(pending.MeetId, cancellationToken);
        await using var connection = await storage.OpenAsync(cancellationToken);
        await using var transaction = await _statements.BeginWriteAsync(connection, cancellationToken);
        var stored = await LockHeadAsync(transaction, pending.MeetId, cancellationToken);
        var replaces = pending.From == 0 && (pending.StartsOver || stored.LogId != pending.LogId);
        if (!replaces && (stored.LogId != pending.LogId || stored.Sequence < pending.From))
        {
            return;
        }

        if (replaces)
        {
            await DeleteRecordsAsync(transaction, pending.MeetId, cancellationToken);
            stored = stored with { LogId = pending.LogId, Sequence = 0 };
        }

        await _statements.UpsertAsync(transaction, RecordTable.Followed, [owner, pending.MeetId], pending.Records, cancellationToken);
        await MoveHeadAsync(transaction, stored with { Sequence = Math.Max(stored.Sequence, pending.Through) }, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private async Task<ChangelogHead> LockHeadAsync(DbTransaction transaction, string meetId, CancellationToken cancellationToken)
    {
        await using var insert = Command(
            transaction,
            "INSERT INTO followed_logs (owner, meet_id, log_id, sequence) VALUES (@owner, @meet, '', 0) ON CONFLICT (owner, meet_id) DO NOTHING",
            meetId);
        await insert.ExecuteNonQueryAsync(cancellationToken);
        return await ReadHeadAsync(transaction, meetId, _statements.RowLock, cancellationToken);
    }

    private async Task<ChangelogHead> ReadHeadAsync(DbTransaction transaction, string meetId, string rowLock, CancellationToken cancellationToken)
    {
        await using var command = Command(transaction, "SELECT log_id, sequence FROM followed_logs WHERE owner = @owner AND meet_id = @meet" + rowLock, meetId);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? new ChangelogHead(meetId, reader.GetString(0), reader.GetInt64(1))
            : new ChangelogHead(meetId, "", 0);
    }

    private async Task DeleteRecordsAsync(DbTransaction transaction, string meetId, CancellationToken cancellationToken)
    {
        await using var command = Command(transaction, "DELETE FROM followed_records WHERE owner = @owner AND meet_id = @meet", meetId);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task MoveHeadAsync(DbTransaction transaction, ChangelogHead head, CancellationToken cancellationToken)
    {
        await using var command = Command(
            transaction,
            "UPDATE followed_logs SET log_id = @log, sequence = @sequence WHERE owner = @owner AND meet_id = @meet",
            head.MeetId);
        command.Add("@log", head.LogId);
        command.Add("@sequence", head.Sequence);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private DbCommand Command(DbTransaction transaction, string text, string meetId)
    {
        var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = text;
        command.Add("@owner", owner);
        command.Add("@meet", meetId);
        return command;
    }
}
