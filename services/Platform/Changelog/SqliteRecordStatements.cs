using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace RaceSystem.Platform.Changelog;

/// <summary>SQLite: BEGIN IMMEDIATE is the lock, one prepared statement writes.</summary>
internal sealed class SqliteRecordStatements : IRecordStatements
{
    public string RowLock => "";

    public string AlongIndex => "";

    // Serializable is BEGIN IMMEDIATE in Microsoft.Data.Sqlite.
    public ValueTask<DbTransaction> BeginWriteAsync(DbConnection connection, CancellationToken cancellationToken) =>
        connection.BeginTransactionAsync(IsolationLevel.Serializable, cancellationToken);

    public ValueTask<DbTransaction> BeginSnapshotAsync(DbConnection connection, CancellationToken cancellationToken) =>
        new(((SqliteConnection)connection).BeginTransaction(deferred: true));

    public Task UpsertAsync(
        DbTransaction transaction,
        RecordTable table,
        IReadOnlyList<string> scope,
        IReadOnlyCollection<ChangelogRecord> records,
        CancellationToken cancellationToken)
    {
        using var command = ((SqliteConnection)transaction.Connection!).CreateCommand();
        command.Transaction = (SqliteTransaction)transaction;
        command.CommandText = table.Upsert($"VALUES ({string.Join(", ", table.ScopeParameters)}, @key, @sequence, @value)");
        foreach (var (name, value) in table.ScopeParameters.Zip(scope))
        {
            command.Parameters.AddWithValue(name, value);
        }

        var keyParameter = command.Parameters.Add("@key", SqliteType.Text);
        var sequenceParameter = command.Parameters.Add("@sequence", SqliteType.Integer);
        var valueParameter = command.Parameters.Add("@value", SqliteType.Blob);

        // Along the index of keys neighbours share its pages.
        foreach (var record in records.OrderBy(record => record.Key, StringComparer.Ordinal))
        {
            keyParameter.Value = record.Key;
            sequenceParameter.Value = record.Sequence;
            valueParameter.Value = record.Value.ToArray();
            command.ExecuteNonQuery();
        }

        return Task.CompletedTask;
    }
}
