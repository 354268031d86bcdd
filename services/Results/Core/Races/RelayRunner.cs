namespace RaceSystem.Results.Core.Races;

/// <summary>A runner of a relay team.</summary>
/// <param name="DisplayName">For people.</param>
/// <param name="Sex">As registered.</param>
/// <param name="Age">On race day; 0: unknown.</param>
public sealed record RelayRunner(string DisplayName, Sex Sex, int Age);
