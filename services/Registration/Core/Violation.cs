namespace RaceSystem.Registration.Core;

/// <summary>One thing that is wrong with what was sent.</summary>
/// <param name="Field">Path in the message that was sent.</param>
/// <param name="Reason">UPPER_SNAKE, stable.</param>
/// <param name="Message">What is wrong and what would be right.</param>
public sealed record Violation(string Field, string Reason, string Message);
