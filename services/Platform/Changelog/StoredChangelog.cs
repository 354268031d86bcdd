using System.Data.Common;
using System.Diagnostics;
using RaceSystem.Kernel;
using RaceSystem.Platform.Storage;
using RaceSystem.Platform.Telemetry;

namespace RaceSystem.Platform.Changelog;

/// <summary>The logs of a service in its database.</summary>
internal sealed class StoredChangelog(
    string owner,
    IServiceStorage storage,
    WriteGate gate,
    PublishQueue queue,
    IReadOnlyList<ChangelogRoute> routes,
    TimeProvider time) : IChangelog
{
    /// <summary>Most records of one page.</summary>
    public const int MaxPageSize = 10_000;

    /// <summary>Most bytes of keys and values in one page (a page also ends here), so that it fits a gRPC message.</summary>
    private const int MaxPageBytes = 3 * 1024 * 1024;

    /// <summary>How long a call waits for a database whose schema is not there yet.</summary>
    private static readonly TimeSpan ReadyPatience = TimeSpan.FromSeconds(5);

    private const string SelectHead = "SELECT log_id, sequence FROM changelog_heads WHERE meet_id = @meet";

    private readonly RequestAnswers _answers = new(time);
    private readonly IRecordStatements _statements = RecordStatements.For(storage.Provider);

    public string Owner => owner;

    public async Task<ChangelogHead> CommitAsync(string meetId, Func<ChangelogTransaction, CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(meetId);
        await RequireReadyAsync(cancellationToken);
        using var activity = PlatformTelemetry.Source.StartActivity(TelemetryNames.CommitActivity);
        var started = time.GetTimestamp();
        using var turn = await gate.EnterAsync(meetId, cancellationToken);
        await using var connection = await storage.OpenAsync(cancellationToken);
        await using var transaction = await _statements.BeginWriteAsync(connection, cancellationToken);
        var head = await LockHeadAsync(transaction, meetId, cancellationToken);
        var unit = new ChangelogTransaction(storage, connection, transaction, head, _answers);
        await work(unit, cancellationToken);
        var records = Number(unit);
        if (records.Length > 0)
        {
            await _statements.UpsertAsync(transaction, RecordTable.Owned, [meetId], records, cancellationToken);
            head = head with { Sequence = records[^1].Sequence };
            await MoveHeadAsync(transaction, head, cancellationToken);
        }

        // From here on a cancelled caller must not leave it open whether the commit happened.
        await transaction.CommitAsync(CancellationToken.None);
        if (records.Length > 0)
        {
            var trace = activity?.Context ?? Activity.Current?.Context ?? default;
            queue.Enqueue(head, RangeSplitter.Split(meetId, head.LogId, routes, records, trace));
        }

        Report(activity, head, records.Length, started);
        return head;
    }

    public async Task<ChangelogHead> GetHeadAsync(string meetId, CancellationToken cancellationToken)
    {
        await RequireReadyAsync(cancellationToken);
        await using var connection = await storage.OpenAsync(cancellationToken);
        return await ReadHeadAsync(connection, meetId, cancellationToken);
    }

    public async Task<IReadOnlyList<ChangelogHead>> ListHeadsAsync(CancellationToken cancellationToken)
    {
        await RequireReadyAsync(cancellationToken);
        await using var connection = await storage.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT meet_id, log_id, sequence FROM changelog_heads ORDER BY meet_id";
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var heads = new List<ChangelogHead>();
        while (await reader.ReadAsync(cancellationToken))
        {
            heads.Add(new ChangelogHead(reader.GetString(0), reader.GetString(1), reader.GetInt64(2)));
        }

        return heads;
    }

    public async Task<ChangelogPage> ListAfterAsync(string meetId, long afterSequence, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, MaxPageSize);
        await RequireReadyAsync(cancellationToken);
        await using var connection = await storage.OpenAsync(cancellationToken);

        // The head is read before the records: whatever is committed in between only makes the page complete further than the head.
        var head = await ReadHeadAsync(connection, meetId, cancellationToken);
        await using var transaction = await _statements.BeginSnapshotAsync(connection, cancellationToken);
        await using var command = Command(
            transaction,
            _statements.AlongIndex
            + "SELECT sequence, key, value FROM changelog_records WHERE meet_id = @meet AND sequence > @after ORDER BY sequence LIMIT @limit");
        command.Add("@meet", meetId);
        command.Add("@after", afterSequence);
        command.Add("@limit", limit);
        var (records, more) = await ReadPageAsync(command, limit, cancellationToken);
        var last = records.Count > 0 ? records[^1].Sequence : afterSequence;
        var through = more ? last : Math.Max(last, head.Sequence);
        return new ChangelogPage(head.LogId, records, through, Math.Max(through, head.Sequence));
    }

    /// <summary>Completes when the log can be read and written.</summary>
    public Task WhenReadyAsync(CancellationToken cancellationToken) => storage.WhenReadyAsync(cancellationToken);

    /// <summary>Forgets answers nobody asks for any more.</summary>
    public async Task ForgetOldAnswersAsync(CancellationToken cancellationToken)
    {
        using var turn = await gate.EnterAsync("", cancellationToken);
        await using var connection = await storage.OpenAsync(cancellationToken);
        await _answers.ForgetOldAsync(connection, cancellationToken);
    }

    private static async Task<(List<ChangelogRecord> Records, bool More)> ReadPageAsync(DbCommand command, int limit, CancellationToken cancellationToken)
    {
        var records = new List<ChangelogRecord>();
        var bytes = 0;
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var value = reader.GetFieldValue<byte[]>(2);
            var record = new ChangelogRecord(reader.GetInt64(0), reader.GetString(1), value);
            bytes += value.Length + record.Key.Length;
            if (bytes > MaxPageBytes && records.Count > 0)
            {
                return (records, true);
            }

            records.Add(record);
        }

        return (records, records.Count == limit);
    }

    private static ChangelogRecord[] Number(ChangelogTransaction unit)
    {
        var records = new ChangelogRecord[unit.Count];
        var sequence = unit.Head.Sequence;
        foreach (var (key, value) in unit.Appended)
        {
            sequence++;
            records[sequence - unit.Head.Sequence - 1] = new ChangelogRecord(sequence, key, value);
        }

        return records;
    }

    private static async Task<ChangelogHead> ReadHeadAsync(DbConnection connection, string meetId, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = SelectHead;
        command.Add("@meet", meetId);
        return await ReadHeadAsync(command, meetId, cancellationToken) ?? new ChangelogHead(meetId, "", 0);
    }

    private static async Task<ChangelogHead?> ReadHeadAsync(DbCommand command, string meetId, CancellationToken cancellationToken)
    {
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? new ChangelogHead(meetId, reader.GetString(0), reader.GetInt64(1)) : null;
    }

    private async Task<ChangelogHead> LockHeadAsync(DbTransaction transaction, string meetId, CancellationToken cancellationToken)
    {
        await using var select = Command(transaction, SelectHead + _statements.RowLock);
        select.Add("@meet", meetId);
        if (await ReadHeadAsync(select, meetId, cancellationToken) is { } head)
        {
            return head;
        }

        // Ids grow with time, and another process may make the same log at this moment: the first one stays.
        await using var insert = Command(
            transaction,
            "INSERT INTO changelog_heads (meet_id, log_id, sequence, changed_at) VALUES (@meet, @log, 0, @now) ON CONFLICT (meet_id) DO NOTHING");
        insert.Add("@meet", meetId);
        insert.Add("@log", Guid.CreateVersion7(time.GetUtcNow()).ToString("N"));
        insert.Add("@now", Now());
        await insert.ExecuteNonQueryAsync(cancellationToken);
        return await ReadHeadAsync(select, meetId, cancellationToken)
            ?? throw new InvalidOperationException($"The head of the log of '{meetId}' vanished while its transaction was open.");
    }

    private async Task MoveHeadAsync(DbTransaction transaction, ChangelogHead head, CancellationToken cancellationToken)
    {
        await using var command = Command(transaction, "UPDATE changelog_heads SET sequence = @sequence, changed_at = @now WHERE meet_id = @meet");
        command.Add("@sequence", head.Sequence);
        command.Add("@now", Now());
        command.Add("@meet", head.MeetId);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static DbCommand Command(DbTransaction transaction, string text)
    {
        var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = text;
        return command;
    }

    private long Now() => Instant.From(time.GetUtcNow()).Micros;

    private async Task RequireReadyAsync(CancellationToken cancellationToken)
    {
        var ready = storage.WhenReadyAsync(cancellationToken);
        if (!ready.IsCompletedSuccessfully)
        {
            await StorageReadiness.RequireAsync(ready, owner, ReadyPatience, time, cancellationToken);
        }
    }

    private void Report(Activity? activity, ChangelogHead head, int records, long started)
    {
        activity?.SetTag(TelemetryNames.OwnerTag, owner);
        activity?.SetTag(TelemetryNames.MeetTag, head.MeetId);
        activity?.SetTag(TelemetryNames.RecordsTag, records);
        activity?.SetTag(TelemetryNames.SequenceTag, head.Sequence);
        PlatformTelemetry.RecordsCommitted.Add(records, PlatformTelemetry.Owner(owner));
        PlatformTelemetry.CommitDuration.Record(time.GetElapsedTime(started).TotalSeconds, PlatformTelemetry.Owner(owner));
    }
}
