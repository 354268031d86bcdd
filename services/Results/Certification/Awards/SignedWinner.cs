namespace RaceSystem.Results.Certification.Awards;

/// <summary>A runner on a signed list. The row of the entry says more; who it is stands beside the row.</summary>
/// <param name="Place">On the list; runners who share it each win.</param>
/// <param name="Bib">May be empty.</param>
/// <param name="EntryId">The runner.</param>
/// <param name="TimeMs">Of the award's basis, as shown, in milliseconds.</param>
public sealed record SignedWinner(int Place, string Bib, string EntryId, long TimeMs);
