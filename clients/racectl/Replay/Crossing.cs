namespace RaceSystem.Racectl.Replay;

/// <summary>A runner at a line.</summary>
/// <param name="Row">Index of the runner's row.</param>
/// <param name="TimeUs">Microseconds after the gun.</param>
internal readonly record struct Crossing(int Row, long TimeUs);
