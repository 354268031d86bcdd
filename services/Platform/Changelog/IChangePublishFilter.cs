namespace RaceSystem.Platform.Changelog;

/// <summary>
/// A seam for tests: registered in the container, it decides which messages about logs never reach the bus. Nothing is
/// registered by default. A system must give the same results whatever it drops.
/// </summary>
public interface IChangePublishFilter
{
    /// <summary>Whether this message (an <see cref="Contracts.Messages.IChangeMessage"/> or a
    /// <see cref="Contracts.Messages.ChangelogHeadAnnounced"/>) is lost.</summary>
    bool Drops(object message);
}
