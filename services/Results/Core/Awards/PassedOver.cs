namespace RaceSystem.Results.Core.Awards;

/// <summary>A runner whom a list passes over, because the runner won an award of an earlier rule.</summary>
/// <param name="Runner">Of the snapshot.</param>
/// <param name="AwardId">What the runner won.</param>
public readonly record struct PassedOver(int Runner, string AwardId);
