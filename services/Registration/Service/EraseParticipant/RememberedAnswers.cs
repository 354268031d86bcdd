using System.Data.Common;
using System.Text;
using Microsoft.Data.Sqlite;
using RaceSystem.Platform.Changelog;

namespace RaceSystem.Registration.Service.EraseParticipant;

/// <summary>Answers of earlier writes repeat the entry they wrote, with the person: they are forgotten with it.</summary>
internal static class RememberedAnswers
{
    /// <summary>Forgets the meet's answers that name an entry. Who repeats such a request is refused instead: the entry is there and erased.</summary>
    public static async Task ForgetAsync(ChangelogTransaction transaction, string entryId, CancellationToken cancellationToken)
    {
        await using var command = transaction.Connection.CreateCommand();
        command.Transaction = transaction.Transaction;
        var search = transaction.Connection is SqliteConnection ? "instr(answer, @entry)" : "position(@entry in answer)";
        command.CommandText = $"DELETE FROM request_answers WHERE meet_id = @meet AND {search} > 0";
        Add(command, "@meet", transaction.Head.MeetId);
        Add(command, "@entry", NeedleOf(entryId));
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }

    /// <summary>The field entry_id as every message here has it: number 1, a text, its length, its bytes.</summary>
    private static byte[] NeedleOf(string entryId)
    {
        var text = Encoding.UTF8.GetBytes(entryId);
        return [0x0A, checked((byte)text.Length), .. text];
    }
}
