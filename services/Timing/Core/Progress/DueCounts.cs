namespace RaceSystem.Timing.Core.Progress;

/// <summary>Runners whose next visit this is, by their own pace and as far as time has come at the visit before.</summary>
/// <param name="Due">Should have come since the last read at this point, if they kept their pace.</param>
/// <param name="LongDue">Should have come since then even with <see cref="FieldProgress"/>'s allowance.</param>
/// <param name="Overdue">Have not come at all, with the allowance; whoever gave up stays among them.</param>
public readonly record struct DueCounts(int Due, int LongDue, int Overdue);
