namespace RaceSystem.Timing.Core.Progress;

/// <summary>Runners whose next visit this is and who should have come by now by their own pace.</summary>
/// <param name="Due">Should have come since the last read at this point, if they kept their pace.</param>
/// <param name="LongDue">Should have come since then even with <see cref="FieldProgress"/>'s allowance.</param>
/// <param name="Overdue">Have not come at all, with the allowance and at a pace that is known; whoever gave up stays among them.</param>
public readonly record struct DueCounts(int Due, int LongDue, int Overdue);
