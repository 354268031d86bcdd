using RaceSystem.Kernel;

namespace RaceSystem.Results.Core.Awards;

/// <summary>A runner who wins an award.</summary>
/// <param name="Runner">Of the snapshot.</param>
/// <param name="Place">On the award's list; runners who share it each win.</param>
/// <param name="Time">As shown, of the award's basis.</param>
public readonly record struct AwardWinner(int Runner, int Place, Elapsed Time);
