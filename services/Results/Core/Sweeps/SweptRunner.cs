using RaceSystem.Kernel;

namespace RaceSystem.Results.Core.Sweeps;

/// <summary>A runner who may not come through a gate.</summary>
/// <param name="Runner">Number in the race.</param>
/// <param name="Gate">The visit that the runner has not come to.</param>
/// <param name="Closes">When it closes for the runner; null: the runner came too late to an earlier gate, and this one does not close.</param>
/// <param name="LastVisit">Furthest visit measured.</param>
/// <param name="LastCrossing">When.</param>
/// <param name="Expected">At the gate, at the pace of the last leg; null: one crossing tells no pace.</param>
/// <param name="IsOver">Over the limit already.</param>
public sealed record SweptRunner(int Runner, int Gate, Instant? Closes, int LastVisit, Instant LastCrossing, Instant? Expected, bool IsOver);
