namespace RaceSystem.Results.Core.Ranking;

/// <summary>Places among all, the same sex and the same division; 0: none.</summary>
/// <param name="Overall">Among all.</param>
/// <param name="BySex">Among the same sex.</param>
/// <param name="ByDivision">Inside the division.</param>
public readonly record struct Places(int Overall, int BySex, int ByDivision);
