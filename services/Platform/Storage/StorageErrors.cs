using System.Data.Common;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace RaceSystem.Platform.Storage;

/// <summary>Tells a database that is away or busy from a statement that is wrong.</summary>
internal static class StorageErrors
{
    /// <summary>SQLite result codes after which the same statement may pass later: BUSY, LOCKED, IOERR, FULL, CANTOPEN.</summary>
    private static readonly int[] PassingSqliteCodes = [5, 6, 10, 13, 14];

    /// <summary>Whether the same work may pass when it is tried again later. Looks through what EF Core wraps around.</summary>
    public static bool IsAway(Exception error)
    {
        for (Exception? cause = error; cause is not null; cause = cause.InnerException)
        {
            if (cause is SqliteException sqlite)
            {
                return PassingSqliteCodes.Contains(sqlite.SqliteErrorCode);
            }

            if (cause is PostgresException postgres)
            {
                return postgres.IsTransient;
            }

            // An Npgsql error that the server did not send is about the connection or the pool.
            if (cause is NpgsqlException || cause is DbException { IsTransient: true } || cause is SocketException)
            {
                return true;
            }
        }

        return false;
    }
}
