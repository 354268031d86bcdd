namespace RaceSystem.Timing.Core.Progress;

/// <summary>A runner who is expected on a course.</summary>
/// <param name="Course">Index of the course.</param>
/// <param name="Wave">The wave whose gun starts the runner.</param>
/// <param name="Chips">What the runner wears, at least one.</param>
public readonly record struct ProgressRunner(int Course, string Wave, IReadOnlyList<string> Chips);
