namespace RaceSystem.Dashboard.Service.Publishing;

/// <summary>What is filled in to publish.</summary>
/// <param name="PublishedBy">Who publishes.</param>
/// <param name="Reason">Why.</param>
/// <param name="Accepted">Ids of blocking items that are ticked.</param>
public sealed record PublishForm(string PublishedBy, string Reason, IReadOnlyList<string> Accepted);
