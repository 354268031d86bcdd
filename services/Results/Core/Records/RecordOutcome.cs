using RaceSystem.Results.Core.Races;

namespace RaceSystem.Results.Core.Records;

/// <summary>What became of a standing record. Immutable.</summary>
/// <param name="Record">As it stood before the race.</param>
/// <param name="Marks">Results as good or better, best first; none: it stands. The first one is the new record where it breaks it.</param>
public sealed record RecordOutcome(StandingRecord Record, IReadOnlyList<RecordMark> Marks);
