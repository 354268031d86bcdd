namespace RaceSystem.Results.Core.Races;

/// <summary>What Results knows of a meet itself. Immutable.</summary>
/// <param name="MeetId">The meet.</param>
/// <param name="DisplayName">For people.</param>
/// <param name="TimeZone">IANA name.</param>
/// <param name="RaceDay">ISO 8601 date.</param>
/// <param name="RaceIds">Races in the meet's order.</param>
public sealed record MeetFacts(string MeetId, string DisplayName, string TimeZone, string RaceDay, IReadOnlyList<string> RaceIds);
