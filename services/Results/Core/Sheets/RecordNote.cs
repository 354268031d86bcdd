using RaceSystem.Results.Core.Races;

namespace RaceSystem.Results.Core.Sheets;

/// <summary>A result that is as good as a standing record.</summary>
/// <param name="Record">As it stood before the race.</param>
/// <param name="Breaks">Shorter; otherwise it equals it.</param>
public sealed record RecordNote(StandingRecord Record, bool Breaks);
