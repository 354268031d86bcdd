namespace RaceSystem.Results.Certification.Documents;

/// <summary>How far a log was contained in a classification.</summary>
/// <param name="Owner">registration, results or timing.</param>
/// <param name="LogId">Identity of the log; empty: there is none yet.</param>
/// <param name="Sequence">Its head.</param>
public sealed record LogMark(string Owner, string LogId, long Sequence);
