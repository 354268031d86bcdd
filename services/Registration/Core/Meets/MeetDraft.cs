namespace RaceSystem.Registration.Core.Meets;

/// <summary>A meet as it was sent, before any rule looked at it.</summary>
public sealed record MeetDraft(string MeetId, string DisplayName, string TimeZone, string RaceDay, IReadOnlyList<Race> Races);
