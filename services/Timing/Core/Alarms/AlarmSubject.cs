namespace RaceSystem.Timing.Core.Alarms;

/// <summary>What an alarm is about and where: at most one alarm of a subject holds at a time.</summary>
/// <param name="Kind">What.</param>
/// <param name="PointId">The timing point.</param>
/// <param name="DeviceId">The device; empty for an alarm of the whole point.</param>
public readonly record struct AlarmSubject(AlarmKind Kind, string PointId, string DeviceId);
