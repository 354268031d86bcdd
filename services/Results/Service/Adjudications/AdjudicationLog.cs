using System.Data.Common;
using Google.Protobuf;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RaceSystem.Kernel;
using RaceSystem.Platform.Changelog;
using RaceSystem.Results.Service.Following;
using RaceSystem.Results.V1;

namespace RaceSystem.Results.Service.Adjudications;

/// <summary>Commits changes of decisions to Results' own log. What is changed is read under the log's lock, so that replicas do not overwrite each other.</summary>
internal sealed class AdjudicationLog([FromKeyedServices(ResultsModule.ServiceName)] IChangelog changelog, OwnLog ownLog, ILogger<AdjudicationLog> log)
{
    /// <summary>Key of a decision in Results' log.</summary>
    public static string KeyOf(string raceId, string adjudicationId) => $"adjudication/{raceId}/{adjudicationId}";

    /// <summary>Changes one decision; a request id that was answered gets the same answer.</summary>
    /// <param name="change">The change.</param>
    /// <param name="answer">From the new record and its sequence.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<TAnswer> ChangeAsync<TAnswer>(AdjudicationChange change, Func<Adjudication, long, TAnswer> answer, CancellationToken cancellationToken)
        where TAnswer : IMessage<TAnswer>, new()
    {
        Adjudication? written = null;
        var given = await changelog.CommitOnceAsync(
            change.MeetId,
            change.RequestId,
            async (transaction, token) =>
            {
                var key = KeyOf(change.RaceId, change.AdjudicationId);
                written = change.Change(await FindAsync(transaction, change.MeetId, key, token));
                transaction.Append(key, new ResultsRecord { Adjudication = written }.ToByteArray());
                return answer(written, transaction.Head.Sequence + transaction.Count);
            },
            cancellationToken);
        if (written is not null)
        {
            log.AdjudicationChanged(change.MeetId, change.RaceId, change.AdjudicationId, $"{written.DecisionCase}", change.Name);
        }

        await ownLog.CatchUpAsync(change.MeetId, cancellationToken);
        return given;
    }

    /// <summary>A decision that must be there.</summary>
    /// <exception cref="RefusalException">It is not (<c>ADJUDICATION_UNKNOWN</c>).</exception>
    public static Adjudication Require(Adjudication? found, string raceId, string adjudicationId) => found
        ?? throw RefusalException.NotFound("ADJUDICATION_UNKNOWN", $"There is no adjudication '{adjudicationId}' in race '{raceId}'; ListAdjudications lists them.");

    private static async Task<Adjudication?> FindAsync(ChangelogTransaction transaction, string meetId, string key, CancellationToken cancellationToken)
    {
        await using var command = transaction.Connection.CreateCommand();
        command.Transaction = transaction.Transaction;
        command.CommandText = "SELECT value FROM changelog_records WHERE meet_id = @meet AND key = @key";
        Add(command, "@meet", meetId);
        Add(command, "@key", key);
        return await command.ExecuteScalarAsync(cancellationToken) is byte[] value ? ResultsRecord.Parser.ParseFrom(value).Adjudication : null;
    }

    private static void Add(DbCommand command, string name, string value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }
}
