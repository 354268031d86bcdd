using RaceSystem.Kernel;

namespace RaceSystem.Results.Core.Live.Prediction;

/// <summary>When a runner is expected at a visit.</summary>
/// <param name="Visit">Where.</param>
/// <param name="Expected">As many come before it as after it.</param>
/// <param name="Low">One of ten comes before it.</param>
/// <param name="High">One of ten comes after it.</param>
/// <param name="IsOverdue">The mat has seen others who should have come long after the runner: stopped, or missed.</param>
public readonly record struct VisitPrediction(int Visit, Instant Expected, Instant Low, Instant High, bool IsOverdue);
