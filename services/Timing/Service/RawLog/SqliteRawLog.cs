using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace RaceSystem.Timing.Service.RawLog;

/// <summary>SQLite: one prepared insert, executed a row; there is no round trip to save.</summary>
internal sealed class SqliteRawLog : IRawLog
{
    private const string Insert = """
        INSERT INTO raw_batches (meet_id, ordinal, device_id, timing_point_id, stream_id, epoch, sequence, received_us, read_count, payload)
        VALUES (@meet_id, @ordinal, @device_id, @timing_point_id, @stream_id, @epoch, @sequence, @received_us, @read_count, @payload)
        """;

    public Task AppendAsync(DbConnection connection, DbTransaction transaction, string meetId, IReadOnlyList<RawBatch> rows, CancellationToken cancellationToken)
    {
        using var command = ((SqliteConnection)connection).CreateCommand();
        command.CommandText = Insert;
        command.Transaction = (SqliteTransaction)transaction;
        var parameters = command.Parameters;
        parameters.AddWithValue("@meet_id", meetId);
        var ordinal = parameters.Add("@ordinal", SqliteType.Integer);
        var deviceId = parameters.Add("@device_id", SqliteType.Text);
        var pointId = parameters.Add("@timing_point_id", SqliteType.Text);
        var streamId = parameters.Add("@stream_id", SqliteType.Text);
        var epoch = parameters.Add("@epoch", SqliteType.Integer);
        var sequence = parameters.Add("@sequence", SqliteType.Integer);
        var received = parameters.Add("@received_us", SqliteType.Integer);
        var readCount = parameters.Add("@read_count", SqliteType.Integer);
        var payload = parameters.Add("@payload", SqliteType.Blob);
        foreach (var row in rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ordinal.Value = row.Ordinal;
            deviceId.Value = row.DeviceId;
            pointId.Value = row.TimingPointId;
            streamId.Value = row.StreamId;
            epoch.Value = row.Epoch;
            sequence.Value = row.Sequence;
            received.Value = row.ReceivedMicros;
            readCount.Value = row.ReadCount;
            payload.Value = row.Payload;
            command.ExecuteNonQuery();
        }

        return Task.CompletedTask;
    }

    public Task<long> LastOrdinalAsync(DbConnection connection, DbTransaction? transaction, string meetId, CancellationToken cancellationToken) =>
        RawLogReader.LastOrdinalAsync(connection, transaction, meetId, cancellationToken);

    public IAsyncEnumerable<RawBatch> ReadRangeAsync(DbConnection connection, DbTransaction? transaction, string meetId, long afterOrdinal, long throughOrdinal, CancellationToken cancellationToken) =>
        RawLogReader.ReadRangeAsync(connection, transaction, meetId, afterOrdinal, throughOrdinal, cancellationToken);
}
