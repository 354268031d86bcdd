using System.Data.Common;
using RaceSystem.Kernel;
using RaceSystem.Platform.Storage;

namespace RaceSystem.Platform.Changelog;

/// <summary>Answers of writes by request id, kept beside the log so that they are committed with what they answer.</summary>
internal sealed class RequestAnswers(TimeProvider time)
{
    /// <summary>How long an answer is kept: far longer than any client repeats a request.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(7);

    public static async Task<ReadOnlyMemory<byte>?> FindAsync(ChangelogTransaction transaction, string requestId, CancellationToken cancellationToken)
    {
        if (!IsGiven(requestId))
        {
            return null;
        }

        await using var command = Command(transaction, "SELECT answer FROM request_answers WHERE meet_id = @meet AND request_id = @request", requestId);

        // Not a conditional expression: its null would become an empty memory through the conversion from byte[].
        if (await command.ExecuteScalarAsync(cancellationToken) is byte[] answer)
        {
            return answer;
        }

        return null;
    }

    public async Task SaveAsync(ChangelogTransaction transaction, string requestId, ReadOnlyMemory<byte> answer, CancellationToken cancellationToken)
    {
        if (!IsGiven(requestId))
        {
            return;
        }

        await using var command = Command(
            transaction,
            "INSERT INTO request_answers (meet_id, request_id, created_at, answer) VALUES (@meet, @request, @now, @answer)",
            requestId);
        command.Add("@now", Instant.From(time.GetUtcNow()).Micros);
        command.Add("@answer", answer.ToArray());
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Forgets answers that are older than <see cref="KeptFor"/>.</summary>
    public async Task ForgetOldAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "DELETE FROM request_answers WHERE created_at < @before";
        command.Add("@before", Instant.From(time.GetUtcNow() - KeptFor).Micros);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static bool IsGiven(string requestId) => requestId.Length <= ChangelogModel.MaxRequestIdLength
        ? requestId.Length > 0
        : throw RefusalException.Invalid("REQUEST_ID_INVALID", "request_id", $"is longer than {ChangelogModel.MaxRequestIdLength} characters; use a UUID.");

    private static DbCommand Command(ChangelogTransaction transaction, string text, string requestId)
    {
        var command = transaction.Connection.CreateCommand();
        command.Transaction = transaction.Transaction;
        command.CommandText = text;
        command.Add("@meet", transaction.Head.MeetId);
        command.Add("@request", requestId);
        return command;
    }
}
