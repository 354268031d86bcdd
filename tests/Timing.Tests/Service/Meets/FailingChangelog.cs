using RaceSystem.Platform.Changelog;

namespace RaceSystem.Timing.Tests.Service.Meets;

/// <summary>A log whose commits fail on demand: before they happen, or after, when the answer is lost.</summary>
internal sealed class FailingChangelog(IChangelog inner) : IChangelog
{
    private int _before;
    private int _after;

    public string Owner => inner.Owner;

    /// <summary>Lets the next commits fail after their work and before they are committed.</summary>
    internal void FailBeforeCommit(int count) => Volatile.Write(ref _before, count);

    /// <summary>Lets the next commits succeed in the database and fail for the caller.</summary>
    internal void FailAfterCommit(int count) => Volatile.Write(ref _after, count);

    public async Task<ChangelogHead> CommitAsync(string meetId, Func<ChangelogTransaction, CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        var head = await inner.CommitAsync(
            meetId,
            async (transaction, token) =>
            {
                await work(transaction, token);
                if (Interlocked.Decrement(ref _before) >= 0)
                {
                    throw new IOException("the power was cut before the commit");
                }
            },
            cancellationToken);
        return Interlocked.Decrement(ref _after) >= 0 ? throw new IOException("the power was cut after the commit") : head;
    }

    public Task<ChangelogHead> GetHeadAsync(string meetId, CancellationToken cancellationToken) => inner.GetHeadAsync(meetId, cancellationToken);

    public Task<IReadOnlyList<ChangelogHead>> ListHeadsAsync(CancellationToken cancellationToken) => inner.ListHeadsAsync(cancellationToken);

    public Task<ChangelogPage> ListAfterAsync(string meetId, long afterSequence, int limit, CancellationToken cancellationToken) =>
        inner.ListAfterAsync(meetId, afterSequence, limit, cancellationToken);
}
