using System.Data;
using System.Data.Common;
using Npgsql;
using NpgsqlTypes;

namespace RaceSystem.Platform.Changelog;

/// <summary>PostgreSQL: a row lock orders the writers, arrays carry a batch in one statement.</summary>
internal sealed class PostgresRecordStatements : IRecordStatements
{
    /// <summary>Records a statement: enough to hide the round trip, small enough for its buffers.</summary>
    private const int BatchSize = 5_000;

    public string RowLock => " FOR UPDATE";

    // A log that grew since the last ANALYZE looks small to the planner, which then sorts all of it for every page.
    public string AlongIndex => "SET LOCAL enable_sort = off; SET LOCAL enable_bitmapscan = off; ";

    public ValueTask<DbTransaction> BeginWriteAsync(DbConnection connection, CancellationToken cancellationToken) =>
        connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken);

    public ValueTask<DbTransaction> BeginSnapshotAsync(DbConnection connection, CancellationToken cancellationToken) =>
        connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);

    public async Task UpsertAsync(
        DbTransaction transaction,
        RecordTable table,
        IReadOnlyList<string> scope,
        IReadOnlyCollection<ChangelogRecord> records,
        CancellationToken cancellationToken)
    {
        var scopeParameters = string.Join(", ", table.ScopeParameters);
        var text = table.Upsert(
            $"SELECT {scopeParameters}, key, sequence, value FROM unnest(@keys, @sequences, @values) AS batch (key, sequence, value)");
        foreach (var batch in records.Chunk(BatchSize))
        {
            await using var command = new NpgsqlCommand(text, (NpgsqlConnection)transaction.Connection!, (NpgsqlTransaction)transaction);
            foreach (var (name, value) in table.ScopeParameters.Zip(scope))
            {
                command.Parameters.AddWithValue(name, NpgsqlDbType.Text, value);
            }

            command.Parameters.AddWithValue("@keys", NpgsqlDbType.Array | NpgsqlDbType.Text, Array.ConvertAll(batch, record => record.Key));
            command.Parameters.AddWithValue("@sequences", NpgsqlDbType.Array | NpgsqlDbType.Bigint, Array.ConvertAll(batch, record => record.Sequence));
            command.Parameters.AddWithValue("@values", NpgsqlDbType.Array | NpgsqlDbType.Bytea, Array.ConvertAll(batch, record => record.Value.ToArray()));
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
