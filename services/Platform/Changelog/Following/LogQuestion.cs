namespace RaceSystem.Platform.Changelog.Following;

/// <summary>What a page was asked for.</summary>
/// <param name="After">The page begins behind this sequence.</param>
/// <param name="Heard">The log was known to reach this when it was asked: an answer with a lower head tells that its database was put back.</param>
internal readonly record struct LogQuestion(long After, long Heard);
