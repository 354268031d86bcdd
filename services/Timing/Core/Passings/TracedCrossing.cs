namespace RaceSystem.Timing.Core.Passings;

/// <summary>One stretch of reads as the calculator saw it.</summary>
/// <param name="FirstRead">Its first read among those of the trace; it has <see cref="Passing.ReadCount"/>.</param>
/// <param name="Passing">What it makes.</param>
/// <param name="Source">Where the time comes from.</param>
/// <param name="LeavesOutBackups">Whether main devices read it, so that backups give no time.</param>
/// <param name="Verdict">Whether it counts.</param>
public readonly record struct TracedCrossing(int FirstRead, Passing Passing, TimeSource Source, bool LeavesOutBackups, CrossingVerdict Verdict);
