using System.Data.Common;

namespace RaceSystem.Timing.Service.RawLog;

/// <summary>
/// The hot path to <c>raw_batches</c>, past EF Core: one implementation a database. Stateless; safe to use from several
/// threads on connections of their own.
/// </summary>
internal interface IRawLog
{
    /// <summary>Appends rows of one meet inside the transaction that holds its log.</summary>
    Task AppendAsync(DbConnection connection, DbTransaction transaction, string meetId, IReadOnlyList<RawBatch> rows, CancellationToken cancellationToken);

    /// <summary>The last ordinal of a meet; 0 before the first.</summary>
    Task<long> LastOrdinalAsync(DbConnection connection, DbTransaction? transaction, string meetId, CancellationToken cancellationToken);

    /// <summary>Streams a meet's rows after an ordinal and up to another, in order.</summary>
    IAsyncEnumerable<RawBatch> ReadRangeAsync(DbConnection connection, DbTransaction? transaction, string meetId, long afterOrdinal, long throughOrdinal, CancellationToken cancellationToken);
}
