namespace RaceSystem.Testing.Races;

/// <summary>What a result of a synthetic race must be; null: none.</summary>
/// <param name="Bib">Whose.</param>
/// <param name="Status">As in the file.</param>
/// <param name="OfficialTime">Whole seconds, rounded up.</param>
/// <param name="PlaceOverall">Among all.</param>
/// <param name="PlaceBySex">Among the same sex.</param>
/// <param name="PlaceByDivision">Among the same division.</param>
public sealed record ExpectedResult(string Bib, string Status, long? OfficialTime, int? PlaceOverall, int? PlaceBySex, int? PlaceByDivision);
