namespace RaceSystem.Timing.Core.Alarms;

/// <summary>A rule's word that something is wrong at this moment.</summary>
/// <param name="Subject">What and where.</param>
/// <param name="Description">What was seen, for a person.</param>
public readonly record struct AlarmFinding(AlarmSubject Subject, string Description);
