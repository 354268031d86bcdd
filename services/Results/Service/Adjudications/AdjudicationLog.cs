using System.Data.Common;
using Google.Protobuf;
using Microsoft.Extensions.DependencyInjection;
using RaceSystem.Kernel;
using RaceSystem.Platform.Changelog;
using RaceSystem.Results.Service.Following;
using RaceSystem.Results.V1;

namespace RaceSystem.Results.Service.Adjudications;

/// <summary>Commits changes of decisions to Results' own log. What is changed is read under the log's lock, so that replicas do not overwrite each other.</summary>
internal sealed class AdjudicationLog([FromKeyedServices(ResultsModule.ServiceName)] IChangelog changelog, OwnLog ownLog)
{
    /// <summary>Key of a decision in Results' log.</summary>
    public static string KeyOf(string raceId, string adjudicationId) => $"adjudication/{raceId}/{adjudicationId}";

    /// <summary>Changes one decision; a request id that was answered gets the same answer.</summary>
    /// <param name="meetId">The meet.</param>
    /// <param name="requestId">May be empty.</param>
    /// <param name="raceId">Race of the decision.</param>
    /// <param name="adjudicationId">The decision.</param>
    /// <param name="change">From the latest record, null when there is none, to the new one; may refuse.</param>
    /// <param name="answer">From the new record and its sequence.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The answer.</returns>
    public async Task<TAnswer> ChangeAsync<TAnswer>(
        string meetId,
        string requestId,
        string raceId,
        string adjudicationId,
        Func<Adjudication?, Adjudication> change,
        Func<Adjudication, long, TAnswer> answer,
        CancellationToken cancellationToken)
        where TAnswer : IMessage<TAnswer>, new()
    {
        var given = await changelog.CommitOnceAsync(
            meetId,
            requestId,
            async (transaction, token) =>
            {
                var key = KeyOf(raceId, adjudicationId);
                var changed = change(await FindAsync(transaction, meetId, key, token));
                transaction.Append(key, new ResultsRecord { Adjudication = changed }.ToByteArray());
                return answer(changed, transaction.Head.Sequence + transaction.Count);
            },
            cancellationToken);
        await ownLog.CatchUpAsync(meetId, cancellationToken);
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
