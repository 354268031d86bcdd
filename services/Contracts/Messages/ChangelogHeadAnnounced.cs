namespace RaceSystem.Contracts.Messages;

/// <summary>
/// Where a log's head stands, told periodically, so that a follower notices a lost last message within 2 s.
/// </summary>
public sealed record ChangelogHeadAnnounced(string Owner, string MeetId, string LogId, long Sequence);
