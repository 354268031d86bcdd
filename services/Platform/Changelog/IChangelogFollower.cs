using RaceSystem.Contracts.Messages;

namespace RaceSystem.Platform.Changelog;

/// <summary>
/// Keeps a copy of another service's logs: applies what the bus delivers in sequence, fetches gaps over gRPC, notices
/// lost last messages by head announcements and, when the bus is silent, by asking. The copy is kept in the follower's
/// own database, so that a restart works while the owner is away. Registered keyed by
/// <c>"&lt;service&gt;:&lt;owner&gt;"</c>, for example <c>"results:timing"</c>. Safe to use from several threads.
/// </summary>
public interface IChangelogFollower
{
    /// <summary>The owner of the followed logs.</summary>
    string Owner { get; }

    /// <summary>Last sequence of the meet's log that the projection has applied; 0 before the first.</summary>
    long AppliedSequence(string meetId);

    /// <summary>
    /// Completes when the stored copy has been applied: before that, after a start, the projection holds only a part of it.
    /// </summary>
    Task WhenLoadedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Takes a range that the bus delivered. Lost, repeated and reordered ranges are harmless.</summary>
    Task ReceiveAsync(IChangeMessage message, CancellationToken cancellationToken);

    /// <summary>Takes an announced head; announcements of other owners are ignored.</summary>
    Task ReceiveAsync(ChangelogHeadAnnounced announcement, CancellationToken cancellationToken);

    /// <summary>Asks the owner and applies everything up to its present head.</summary>
    /// <exception cref="Kernel.RefusalException">The owner cannot be reached; reason <c>OWNER_UNAVAILABLE</c>.</exception>
    Task CatchUpAsync(string meetId, CancellationToken cancellationToken);

    /// <summary>
    /// Reads the stored copy of a meet's log, the latest record of every key in the order of sequences, as of one moment at
    /// or after everything that is applied now.
    /// </summary>
    /// <returns>The log's identity and how far the copy is complete; an empty identity: there is no copy.</returns>
    /// <exception cref="Kernel.RefusalException">The copy does not catch up in time; reason <c>COPY_BEHIND</c>.</exception>
    Task<ChangelogHead> ReadCopyAsync(string meetId, Action<IReadOnlyList<ChangelogRecord>> take, CancellationToken cancellationToken) =>
        throw new NotSupportedException("This follower stores no copy.");
}
