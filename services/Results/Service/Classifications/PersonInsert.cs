using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using RaceSystem.Results.Certification.People;
using RaceSystem.Results.Service.Storage;

namespace RaceSystem.Results.Service.Classifications;

/// <summary>
/// Writes the openings of a whole field, many a statement: the log of the meet is locked meanwhile, and a tracked entity
/// each takes several times as long.
/// </summary>
internal static class PersonInsert
{
    /// <summary>Rows a statement. SQLite looks for each parameter among all of them.</summary>
    private const int BatchSize = 50;

    private static readonly string[] Values = ["entry", "commitment", "salt", "person"];

    /// <summary>Adds rows to <c>classification_persons</c>, in the transaction of the context.</summary>
    public static async Task WriteAsync(ResultsDbContext context, string meetId, IEnumerable<PersonOpening> openings, CancellationToken cancellationToken)
    {
        var transaction = context.Database.CurrentTransaction?.GetDbTransaction() ?? throw new InvalidOperationException("Openings are written with the version they belong to.");
        DbCommand? command = null;
        try
        {
            foreach (var batch in openings.Chunk(BatchSize))
            {
                if (command?.Parameters.Count != 1 + batch.Length * Values.Length)
                {
                    await DisposeAsync(command);
                    command = CommandFor(batch.Length, meetId, transaction);
                }

                Fill(command, batch);
                await command.ExecuteNonQueryAsync(cancellationToken);
            }
        }
        finally
        {
            await DisposeAsync(command);
        }
    }

    private static DbCommand CommandFor(int rows, string meetId, DbTransaction transaction)
    {
        var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "INSERT INTO classification_persons (meet_id, entry_id, commitment, salt, person) VALUES "
            + string.Join(", ", Enumerable.Range(0, rows).Select(row => $"(@meet, {string.Join(", ", Values.Select(value => $"@{value}{row}"))})"));
        Add(command, "@meet", meetId);
        foreach (var name in Enumerable.Range(0, rows).SelectMany(row => Values.Select(value => $"@{value}{row}")))
        {
            Add(command, name, "");
        }

        return command;
    }

    private static void Fill(DbCommand command, PersonOpening[] batch)
    {
        var at = 1;
        foreach (var opening in batch)
        {
            command.Parameters[at++].Value = opening.EntryId;
            command.Parameters[at++].Value = opening.Commitment;
            command.Parameters[at++].Value = opening.Salt;
            command.Parameters[at++].Value = opening.Person;
        }
    }

    private static void Add(DbCommand command, string name, string value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }

    private static ValueTask DisposeAsync(DbCommand? command) => command?.DisposeAsync() ?? ValueTask.CompletedTask;
}
