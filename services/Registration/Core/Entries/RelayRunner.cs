using RaceSystem.Registration.Core.Meets;

namespace RaceSystem.Registration.Core.Entries;

/// <summary>A runner of a relay team.</summary>
/// <param name="Age">On race day; 0: unknown.</param>
public sealed record RelayRunner(string DisplayName, Sex Sex, int Age);
