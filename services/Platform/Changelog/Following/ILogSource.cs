namespace RaceSystem.Platform.Changelog.Following;

/// <summary>The owner as a follower sees it. Every call is bounded in time and throws what its transport throws.</summary>
internal interface ILogSource
{
    Task<IReadOnlyList<ChangelogHead>> ListHeadsAsync(CancellationToken cancellationToken);

    Task<ChangelogHead> GetHeadAsync(string meetId, CancellationToken cancellationToken);

    Task<ChangelogPage> ListAfterAsync(string meetId, long afterSequence, CancellationToken cancellationToken);
}
