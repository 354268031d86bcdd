using Google.Protobuf;
using Microsoft.Extensions.DependencyInjection;
using RaceSystem.Kernel;
using RaceSystem.Platform.Changelog;
using RaceSystem.Platform.Storage;
using RaceSystem.Registration.Core;
using RaceSystem.Registration.Service.Storage;

namespace RaceSystem.Registration.Service;

/// <summary>
/// The one way to write: a commit of the meet's log, in which a repeated request_id gets its first answer again. Tables,
/// log records and answer are committed together or not at all.
/// </summary>
internal sealed class RegistrationWrites([FromKeyedServices(RegistrationModule.ServiceName)] IChangelog changelog)
{
    /// <summary>Longest request_id, in characters: two UUIDs fit.</summary>
    public const int MaxRequestIdLength = 80;

    /// <summary>Work inside the commit. An answer that is not to be remembered is given once: nothing was written.</summary>
    public delegate Task<(TAnswer Answer, bool Remember)> Work<TAnswer>(ChangelogTransaction transaction, RegistrationContext context, CancellationToken cancellationToken);

    /// <param name="rpc">Keeps one request_id apart in different calls.</param>
    /// <param name="meetId">Meet whose log is held.</param>
    /// <param name="requestId">Empty: the call is not repeated.</param>
    /// <param name="work">Runs inside the commit.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<TAnswer> CommitAsync<TAnswer>(string rpc, string meetId, string requestId, Work<TAnswer> work, CancellationToken cancellationToken)
        where TAnswer : class, IMessage<TAnswer>, new()
    {
        Identifier.Require(meetId, "meet_id");
        var key = KeyOf(rpc, requestId);
        TAnswer? answer = null;
        await changelog.CommitAsync(
            meetId,
            async (transaction, cancellation) =>
            {
                if (key is not null && await transaction.FindAnswerAsync(key, cancellation) is { } given)
                {
                    answer = new TAnswer();
                    answer.MergeFrom(given.Span);
                    return;
                }

                await using var context = ServiceDbContext.Over<RegistrationContext>(transaction);
                (answer, var remember) = await work(transaction, context, cancellation);
                if (key is not null && remember)
                {
                    await transaction.SaveAnswerAsync(key, answer.ToByteArray(), cancellation);
                }
            },
            cancellationToken);
        return answer ?? throw new InvalidOperationException("The commit ran without its work.");
    }

    private static string? KeyOf(string rpc, string requestId) => requestId.Length switch
    {
        0 => null,
        <= MaxRequestIdLength => $"{rpc}/{requestId}",
        _ => throw RefusalException.Invalid(Reasons.RequestIdInvalid, "request_id", $"is longer than {MaxRequestIdLength} characters; use a UUID."),
    };
}
