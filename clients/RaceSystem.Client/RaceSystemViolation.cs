namespace RaceSystem.Client;

/// <summary>One field of a request that is wrong.</summary>
/// <param name="Field">Path in the request, for example <c>meet.races[1].course.visits[2].distance_m</c>.</param>
/// <param name="Description">What is wrong and what would be right.</param>
public sealed record RaceSystemViolation(string Field, string Description);
