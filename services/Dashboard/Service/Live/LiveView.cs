namespace RaceSystem.Dashboard.Service.Live;

/// <summary>The newest state of a feed, for a page.</summary>
/// <param name="State">What the service said last.</param>
/// <param name="StaleSince">When the service went away; null while the subscription is open.</param>
public sealed record LiveView<TState>(TState State, DateTimeOffset? StaleSince);
