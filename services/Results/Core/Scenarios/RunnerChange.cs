using RaceSystem.Results.Core.Races;

namespace RaceSystem.Results.Core.Scenarios;

/// <summary>A runner of a race whose result differs. Immutable.</summary>
/// <param name="Entry">Who, as afterwards; as before for one who left the race.</param>
/// <param name="Before">Null: not in the race before.</param>
/// <param name="After">Null: not in the race afterwards.</param>
/// <param name="SplitIds">Splits at which time or place differ, the finish included, in the order of the course.</param>
public sealed record RunnerChange(Entry Entry, RunnerState? Before, RunnerState? After, IReadOnlyList<string> SplitIds);
