using RaceSystem.Results.Certification.Documents;

namespace RaceSystem.Results.Certification.Proofs;

/// <summary>What a proof proves.</summary>
/// <param name="Statement">The version that the row is in.</param>
/// <param name="Row">The row, JSON.</param>
/// <param name="Person">Who it is, JSON; empty: the proof does not say.</param>
public sealed record ProvenRow(SignedStatement Statement, string Row, string Person);
