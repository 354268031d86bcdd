namespace RaceSystem.Platform.Changelog;

/// <summary>Where a log stands.</summary>
/// <param name="MeetId">Meet of the log.</param>
/// <param name="LogId">Identity of the log; another one means that it was made anew. Empty: no log yet.</param>
/// <param name="Sequence">Last committed sequence; 0 before the first.</param>
public readonly record struct ChangelogHead(string MeetId, string LogId, long Sequence);
