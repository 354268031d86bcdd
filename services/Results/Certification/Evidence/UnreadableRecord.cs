namespace RaceSystem.Results.Certification.Evidence;

/// <summary>A record that scoring had to skip.</summary>
/// <param name="Owner">Whose log.</param>
/// <param name="Key">Its key.</param>
/// <param name="Sequence">Its sequence.</param>
public sealed record UnreadableRecord(string Owner, string Key, long Sequence);
