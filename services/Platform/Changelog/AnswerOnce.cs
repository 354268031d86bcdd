using Google.Protobuf;
using RaceSystem.Kernel;

namespace RaceSystem.Platform.Changelog;

/// <summary>Writes that a caller may send again: the same request_id gets the first answer, and nothing is written twice.</summary>
public static class AnswerOnce
{
    /// <summary>
    /// The answer that was kept for this request, or else that of <paramref name="work"/>, which is kept with what it wrote.
    /// An empty id always works anew.
    /// </summary>
    /// <param name="transaction">What the work writes in.</param>
    /// <param name="requestId">As it came.</param>
    /// <param name="work">Writes and answers.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <param name="isKept">Whether an answer is kept: one that says that nothing was written need not be. All, when not given.</param>
    /// <exception cref="RefusalException">The id is too long; reason <c>REQUEST_ID_INVALID</c>.</exception>
    public static async Task<TAnswer> AnswerOnceAsync<TAnswer>(
        this ChangelogTransaction transaction, string requestId, Func<Task<TAnswer>> work, CancellationToken cancellationToken, Func<TAnswer, bool>? isKept = null)
        where TAnswer : IMessage<TAnswer>, new()
    {
        ArgumentNullException.ThrowIfNull(transaction);
        ArgumentNullException.ThrowIfNull(work);
        if (await transaction.FindAnswerAsync(requestId, cancellationToken) is { } given)
        {
            var known = new TAnswer();
            known.MergeFrom(given.Span);
            return known;
        }

        var answer = await work();
        if (isKept is null || isKept(answer))
        {
            await transaction.SaveAnswerAsync(requestId, answer.ToByteArray(), cancellationToken);
        }

        return answer;
    }

    /// <summary>The same in a commit of its own.</summary>
    /// <exception cref="RefusalException">The id is too long; reason <c>REQUEST_ID_INVALID</c>.</exception>
    public static async Task<TAnswer> CommitOnceAsync<TAnswer>(
        this IChangelog changelog,
        string meetId,
        string requestId,
        Func<ChangelogTransaction, CancellationToken, Task<TAnswer>> work,
        CancellationToken cancellationToken,
        Func<TAnswer, bool>? isKept = null)
        where TAnswer : IMessage<TAnswer>, new()
    {
        ArgumentNullException.ThrowIfNull(changelog);
        var answer = new TAnswer();
        await changelog.CommitAsync(
            meetId,
            async (transaction, token) => answer = await transaction.AnswerOnceAsync(requestId, () => work(transaction, token), token, isKept),
            cancellationToken);
        return answer;
    }
}
