using RaceSystem.Kernel;

namespace RaceSystem.Platform.Tests.Grpc;

/// <summary>What a faulty service throws, by the name of the meet it is asked for.</summary>
internal static class Fault
{
    public const string Secret = "password=hunter2";

    public static Task ThrowAsync(string meetId, CancellationToken cancellationToken) => meetId switch
    {
        "refused" => throw RefusalException.Invalid("DUPLICATE_BIB", "entry.bib", "17 is taken."),
        "unknown" => throw RefusalException.NotFound("MEET_UNKNOWN", "no such meet"),
        "exists" => throw new RefusalException(RefusalKind.AlreadyExists, "DUPLICATE_CHIP", "taken"),
        "state" => throw new RefusalException(RefusalKind.FailedPrecondition, "SEQUENCE_GAP", "gap"),
        "limit" => throw new RefusalException(RefusalKind.ResourceExhausted, "BATCH_TOO_LARGE", "too large"),
        "away" => throw new RefusalException(RefusalKind.Unavailable, "OWNER_UNAVAILABLE", "away"),
        "bug" => throw new InvalidOperationException(Secret),
        "busy" => throw new Microsoft.Data.Sqlite.SqliteException(Secret, 5),
        "locked-inside" => throw new Microsoft.EntityFrameworkCore.DbUpdateException("wrapped", new Microsoft.Data.Sqlite.SqliteException(Secret, 6)),
        "no-server" => throw new Npgsql.NpgsqlException(Secret, new System.Net.Sockets.SocketException(111)),
        "constraint" => throw new Microsoft.Data.Sqlite.SqliteException(Secret, 19),
        "slow" => new TaskCompletionSource().Task.WaitAsync(cancellationToken),
        _ => Task.CompletedTask,
    };
}
