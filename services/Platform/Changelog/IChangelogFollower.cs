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
}
