namespace RaceSystem.Platform.Changelog;

/// <summary>
/// Where a follower puts what it follows. Calls for one meet come one at a time and in sequence; calls for different
/// meets may overlap.
/// </summary>
public interface IChangelogProjection
{
    /// <summary>Forgets everything of the meet: the log was made anew and comes again from its beginning.</summary>
    void Reset(string meetId);

    /// <summary>
    /// Applies records in sequence order. Records of one key replace each other. Must not throw for content it does not
    /// understand: it logs and goes on.
    /// </summary>
    /// <param name="meetId">Meet of the log.</param>
    /// <param name="records">The records; values must be copied or parsed, not kept.</param>
    /// <param name="throughSequence">The copy is complete up to this afterwards.</param>
    void Apply(string meetId, IReadOnlyList<ChangelogRecord> records, long throughSequence);
}
