namespace RaceSystem.Dashboard.Service.Live;

/// <summary>Where the states of a feed come from: one subscription to the service that owns them.</summary>
public interface ILiveSource<TKey, TState>
    where TKey : notnull
    where TState : class
{
    /// <summary>The service asked, as people and addresses name it, for example <c>results</c>.</summary>
    string Service { get; }

    /// <summary>
    /// Opens one subscription and gives the whole state each time it changed. Ends or throws when the service goes away;
    /// opening it again is the feed's business.
    /// </summary>
    IAsyncEnumerable<TState> ReadAsync(TKey key, CancellationToken cancellationToken);

    /// <summary>The whole state as an event.</summary>
    LiveEvent Whole(TState state);

    /// <summary>What brings a viewer from one state to the other; null when nothing that is shown differs.</summary>
    LiveEvent? Change(TState before, TState after);
}
