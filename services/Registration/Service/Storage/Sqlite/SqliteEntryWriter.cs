using Microsoft.Data.Sqlite;
using RaceSystem.Platform.Changelog;
using RaceSystem.Registration.Core.Entries;
using RaceSystem.Registration.Service.Wire;

namespace RaceSystem.Registration.Service.Storage.Sqlite;

/// <summary>SQLite: prepared statements, run row by row; the provider has no asynchronous I/O.</summary>
internal sealed class SqliteEntryWriter : IEntryWriter
{
    public Task WriteAsync(ChangelogTransaction transaction, IReadOnlyList<Entry> replaced, IReadOnlyList<Entry> created, CancellationToken cancellationToken)
    {
        var connection = (SqliteConnection)transaction.Connection;
        var meetId = transaction.Head.MeetId;
        Delete(connection, (SqliteTransaction)transaction.Transaction, meetId, replaced, cancellationToken);
        using var insert = new SqliteEntryInsert(connection, (SqliteTransaction)transaction.Transaction, meetId);
        foreach (var entry in replaced.Concat(created))
        {
            cancellationToken.ThrowIfCancellationRequested();
            insert.Run(entry);
        }

        return Task.CompletedTask;
    }

    private static void Delete(SqliteConnection connection, SqliteTransaction transaction, string meetId, IReadOnlyList<Entry> entries, CancellationToken cancellationToken)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "DELETE FROM entry_chips WHERE meet_id = @meet AND entry_id = @entry; DELETE FROM entries WHERE meet_id = @meet AND entry_id = @entry";
        command.Parameters.AddWithValue("@meet", meetId);
        var id = command.Parameters.Add("@entry", SqliteType.Text);
        foreach (var entry in entries)
        {
            cancellationToken.ThrowIfCancellationRequested();
            id.Value = entry.EntryId;
            command.ExecuteNonQuery();
        }
    }
}
