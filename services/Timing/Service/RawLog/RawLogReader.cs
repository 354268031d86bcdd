using System.Data;
using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace RaceSystem.Timing.Service.RawLog;

/// <summary>The reading half, the same on every database.</summary>
internal static class RawLogReader
{
    internal static async Task<long> LastOrdinalAsync(DbConnection connection, DbTransaction? transaction, string meetId, CancellationToken cancellationToken)
    {
        await using var command = Command(connection, transaction, "SELECT coalesce(max(ordinal), 0) FROM raw_batches WHERE meet_id = @meet_id", meetId);
        return Convert.ToInt64(await command.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture);
    }

    internal static async IAsyncEnumerable<RawBatch> ReadRangeAsync(
        DbConnection connection,
        DbTransaction? transaction,
        string meetId,
        long afterOrdinal,
        long throughOrdinal,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        const string Sql = """
            SELECT ordinal, device_id, timing_point_id, stream_id, epoch, sequence, received_us, read_count, payload
            FROM raw_batches WHERE meet_id = @meet_id AND ordinal > @after AND ordinal <= @through ORDER BY ordinal
            """;
        await using var command = Command(connection, transaction, Sql, meetId);
        Add(command, "@after", afterOrdinal);
        Add(command, "@through", throughOrdinal);
        await using var reader = await command.ExecuteReaderAsync(CommandBehavior.SequentialAccess, cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            yield return new RawBatch(
                reader.GetInt64(0),
                reader.GetString(1),
                reader.GetString(2),
                reader.GetString(3),
                reader.GetInt64(4),
                reader.GetInt64(5),
                reader.GetInt64(6),
                reader.GetInt32(7),
                reader.GetFieldValue<byte[]>(8));
        }
    }

    private static DbCommand Command(DbConnection connection, DbTransaction? transaction, string sql, string meetId)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = transaction;
        Add(command, "@meet_id", meetId);
        return command;
    }

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }
}
