namespace RaceSystem.Results.Core.Live.Prediction;

/// <summary>What the splits of a runner so far say.</summary>
/// <param name="Crossing">At the furthest visit looked at, in microseconds.</param>
/// <param name="SecondsPerMetre">Mean so far.</param>
/// <param name="Pace">Natural logarithm of that pace over <see cref="PacePriors.ReferencePace"/>.</param>
/// <param name="Slowing">Natural logarithm of the recent leg's pace over the mean so far; 0: only one leg.</param>
internal readonly record struct RunnerForm(long Crossing, double SecondsPerMetre, double Pace, double Slowing);
