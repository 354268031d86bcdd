namespace RaceSystem.Results.Certification.People;

/// <summary>Opens a commitment: whoever has it can check who a row is of.</summary>
/// <param name="EntryId">The runner.</param>
/// <param name="Commitment">In the row and in the evidence.</param>
/// <param name="Salt">Random; without it nobody can try names out.</param>
/// <param name="Person">Canonical JSON.</param>
public sealed record PersonOpening(string EntryId, byte[] Commitment, byte[] Salt, byte[] Person);
