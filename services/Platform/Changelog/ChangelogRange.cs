namespace RaceSystem.Platform.Changelog;

/// <summary>A committed range that becomes one bus message.</summary>
/// <param name="Owner">Service that owns the log.</param>
/// <param name="MeetId">Meet of the log.</param>
/// <param name="LogId">Identity of the log.</param>
/// <param name="FirstSequence">First sequence of the range.</param>
/// <param name="LastSequence">Last sequence; every one between is in the records.</param>
/// <param name="Records">Serialized <c>racesystem.changelog.v1.ListChangesResponse</c>.</param>
public sealed record ChangelogRange(string Owner, string MeetId, string LogId, long FirstSequence, long LastSequence, byte[] Records);
