using System.Data.Common;

namespace RaceSystem.Platform.Changelog;

/// <summary>The statements on logs that differ between the databases.</summary>
internal interface IRecordStatements
{
    /// <summary>Appended to a SELECT whose row stays locked until the transaction ends.</summary>
    string RowLock { get; }

    /// <summary>Put before a SELECT in a transaction that should walk an index in its order.</summary>
    string AlongIndex { get; }

    /// <summary>Begins a transaction that will write: on SQLite it takes the write lock at once.</summary>
    ValueTask<DbTransaction> BeginWriteAsync(DbConnection connection, CancellationToken cancellationToken);

    /// <summary>Begins a transaction that sees one state of the database until it ends.</summary>
    ValueTask<DbTransaction> BeginSnapshotAsync(DbConnection connection, CancellationToken cancellationToken);

    /// <summary>Writes records that replace the ones of the same keys.</summary>
    /// <param name="transaction">What it is part of.</param>
    /// <param name="table">Where to.</param>
    /// <param name="scope">Values of the table's scope columns.</param>
    /// <param name="records">One a key.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task UpsertAsync(
        DbTransaction transaction,
        RecordTable table,
        IReadOnlyList<string> scope,
        IReadOnlyCollection<ChangelogRecord> records,
        CancellationToken cancellationToken);
}
