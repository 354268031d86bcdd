namespace RaceSystem.Dashboard.Service.Control;

/// <summary>Reads that wait for a decision, worded as they are shown.</summary>
/// <param name="Id">quarantine_id, which the decision names.</param>
/// <param name="Title">Device and fault.</param>
/// <param name="Range">Device times concerned.</param>
/// <param name="Reads">How many reads of how many chips.</param>
/// <param name="Evidence">What was seen.</param>
/// <param name="Suspected">What would make the times right, as far as known; empty when not.</param>
public sealed record QuarantineLine(string Id, string Title, string Range, string Reads, string Evidence, string Suspected);
