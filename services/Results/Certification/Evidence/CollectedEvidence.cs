namespace RaceSystem.Results.Certification.Evidence;

/// <summary>Evidence that is complete.</summary>
/// <param name="Scoring">The results of it.</param>
/// <param name="File">The same as a file.</param>
public sealed record CollectedEvidence(EvidenceScoring Scoring, byte[] File);
