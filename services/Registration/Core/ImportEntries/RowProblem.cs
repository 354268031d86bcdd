namespace RaceSystem.Registration.Core.ImportEntries;

/// <summary>One thing that is wrong with a row.</summary>
/// <param name="Line">The caller's line number.</param>
/// <param name="Reason">UPPER_SNAKE, stable.</param>
public sealed record RowProblem(int Line, string Field, string Reason, string Message);
