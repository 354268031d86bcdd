using System.Data.Common;
using Npgsql;
using NpgsqlTypes;

namespace RaceSystem.Timing.Service.RawLog;

/// <summary>PostgreSQL: all rows of a commit by one binary COPY, which is inside the transaction like any statement.</summary>
internal sealed class PostgresRawLog : IRawLog
{
    private const string Copy = """
        COPY raw_batches (meet_id, ordinal, device_id, timing_point_id, stream_id, epoch, sequence, received_us, read_count, payload)
        FROM STDIN (FORMAT BINARY)
        """;

    public async Task AppendAsync(DbConnection connection, DbTransaction transaction, string meetId, IReadOnlyList<RawBatch> rows, CancellationToken cancellationToken)
    {
        await using var writer = await ((NpgsqlConnection)connection).BeginBinaryImportAsync(Copy, cancellationToken);
        foreach (var row in rows)
        {
            await writer.StartRowAsync(cancellationToken);
            await writer.WriteAsync(meetId, NpgsqlDbType.Text, cancellationToken);
            await writer.WriteAsync(row.Ordinal, NpgsqlDbType.Bigint, cancellationToken);
            await writer.WriteAsync(row.DeviceId, NpgsqlDbType.Text, cancellationToken);
            await writer.WriteAsync(row.TimingPointId, NpgsqlDbType.Text, cancellationToken);
            await writer.WriteAsync(row.StreamId, NpgsqlDbType.Text, cancellationToken);
            await writer.WriteAsync(row.Epoch, NpgsqlDbType.Bigint, cancellationToken);
            await writer.WriteAsync(row.Sequence, NpgsqlDbType.Bigint, cancellationToken);
            await writer.WriteAsync(row.ReceivedMicros, NpgsqlDbType.Bigint, cancellationToken);
            await writer.WriteAsync(row.ReadCount, NpgsqlDbType.Integer, cancellationToken);
            await writer.WriteAsync(row.Payload, NpgsqlDbType.Bytea, cancellationToken);
        }

        await writer.CompleteAsync(cancellationToken);
    }

    public Task<long> LastOrdinalAsync(DbConnection connection, DbTransaction? transaction, string meetId, CancellationToken cancellationToken) =>
        RawLogReader.LastOrdinalAsync(connection, transaction, meetId, cancellationToken);

    public IAsyncEnumerable<RawBatch> ReadRangeAsync(DbConnection connection, DbTransaction? transaction, string meetId, long afterOrdinal, long throughOrdinal, CancellationToken cancellationToken) =>
        RawLogReader.ReadRangeAsync(connection, transaction, meetId, afterOrdinal, throughOrdinal, cancellationToken);
}
