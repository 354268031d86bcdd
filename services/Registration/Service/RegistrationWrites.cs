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

    /// <summary>Work inside the commit.</summary>
    public delegate Task<TAnswer> Work<TAnswer>(ChangelogTransaction transaction, RegistrationContext context, CancellationToken cancellationToken);

    /// <param name="rpc">Keeps one request_id apart in different calls.</param>
    /// <param name="meetId">Meet whose log is held.</param>
    /// <param name="requestId">Empty: the call is not repeated.</param>
    /// <param name="work">Runs inside the commit.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <param name="isKept">Whether an answer is given again to the same request_id; otherwise the call works anew. All, when not given.</param>
    public Task<TAnswer> CommitAsync<TAnswer>(string rpc, string meetId, string requestId, Work<TAnswer> work, CancellationToken cancellationToken, Func<TAnswer, bool>? isKept = null)
        where TAnswer : IMessage<TAnswer>, new()
    {
        Identifier.Require(meetId, "meet_id");
        return changelog.CommitOnceAsync(
            meetId,
            KeyOf(rpc, requestId),
            async (transaction, cancellation) =>
            {
                await using var context = ServiceDbContext.Over<RegistrationContext>(transaction);
                return await work(transaction, context, cancellation);
            },
            cancellationToken,
            isKept);
    }

    private static string KeyOf(string rpc, string requestId) => requestId.Length switch
    {
        0 => "",
        <= MaxRequestIdLength => $"{rpc}/{requestId}",
        _ => throw RefusalException.Invalid(Reasons.RequestIdInvalid, "request_id", $"is longer than {MaxRequestIdLength} characters; use a UUID."),
    };
}
