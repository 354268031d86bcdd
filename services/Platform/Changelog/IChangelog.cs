namespace RaceSystem.Platform.Changelog;

/// <summary>
/// The logs of one service, one a meet (invariant 2): keyed records under one gapless, commit-ordered sequence,
/// compacted to the latest record of a key, published in batches after commit. Registered keyed by the owner's name.
/// Safe to use from several threads; writers of one meet are ordered by a row lock.
/// </summary>
public interface IChangelog
{
    /// <summary>The owning service.</summary>
    string Owner { get; }

    /// <summary>
    /// Runs a transaction that holds the meet's log: locks the head (and makes the log when it is the first time), runs
    /// <paramref name="work"/>, writes what it appended, commits, and hands the range to the publisher. Nothing is
    /// committed when work throws; transient database errors (serialization, busy) are thrown, not retried.
    /// </summary>
    /// <returns>The head after the commit.</returns>
    Task<ChangelogHead> CommitAsync(string meetId, Func<ChangelogTransaction, CancellationToken, Task> work, CancellationToken cancellationToken);

    /// <summary>The head of a meet's log; LogId is empty when there is none.</summary>
    Task<ChangelogHead> GetHeadAsync(string meetId, CancellationToken cancellationToken);

    /// <summary>The heads of all logs, by meet.</summary>
    Task<IReadOnlyList<ChangelogHead>> ListHeadsAsync(CancellationToken cancellationToken);

    /// <summary>Records after a sequence, at most <paramref name="limit"/> (1 to 10,000).</summary>
    Task<ChangelogPage> ListAfterAsync(string meetId, long afterSequence, int limit, CancellationToken cancellationToken);
}
