namespace RaceSystem.Timing.EdgeAgent.Spool;

/// <summary>How much a spool keeps.</summary>
/// <param name="MeetId">Whose reads these are.</param>
/// <param name="SegmentBytes">A segment ends behind this.</param>
/// <param name="KeepFor">What Timing has is kept for this long …</param>
/// <param name="KeepBytes">… or until the spool is larger than this. What Timing lacks is kept always.</param>
internal sealed record SpoolSettings(string MeetId, long SegmentBytes, TimeSpan KeepFor, long KeepBytes);
