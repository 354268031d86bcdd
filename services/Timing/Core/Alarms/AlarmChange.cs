namespace RaceSystem.Timing.Core.Alarms;

/// <summary>An alarm begins or ends to hold.</summary>
/// <param name="Subject">What and where.</param>
/// <param name="IsRaised">Whether it begins.</param>
/// <param name="Description">What was seen when it began; empty when it ends.</param>
public readonly record struct AlarmChange(AlarmSubject Subject, bool IsRaised, string Description);
