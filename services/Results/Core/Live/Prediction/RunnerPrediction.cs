namespace RaceSystem.Results.Core.Live.Prediction;

/// <summary>What is expected of a runner on the course.</summary>
/// <param name="Runner">Number in the race.</param>
/// <param name="LastVisit">From where it is predicted.</param>
/// <param name="Next">At the next visit.</param>
/// <param name="Finish">At the last one; the same as the next one where no split is left.</param>
public readonly record struct RunnerPrediction(int Runner, int LastVisit, VisitPrediction Next, VisitPrediction Finish);
