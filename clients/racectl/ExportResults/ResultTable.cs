using RaceSystem.Kernel;

namespace RaceSystem.Racectl.ExportResults;

/// <summary>The results of one race or several, in the order of the export.</summary>
/// <param name="RaceIds">In the meet's order.</param>
/// <param name="SplitIds">Splits of all races, by distance.</param>
/// <param name="Rows">Race by race: the ranked by place, then the others by bib.</param>
internal sealed record ResultTable(IReadOnlyList<string> RaceIds, IReadOnlyList<string> SplitIds, IReadOnlyList<ResultRow> Rows)
{
    /// <summary>Brings rows into the order of the export, whatever order they came in: equal results give equal bytes.</summary>
    public static ResultTable Of(IReadOnlyList<string> raceIds, IReadOnlyList<string> splitIds, IEnumerable<ResultRow> rows)
    {
        var raceOrder = raceIds.Select((id, i) => (id, i)).ToDictionary(race => race.id, race => race.i, StringComparer.Ordinal);
        return new ResultTable(raceIds, splitIds, [.. rows
            .OrderBy(row => raceOrder.GetValueOrDefault(row.RaceId, int.MaxValue))
            .ThenBy(row => row.PlaceOverall > 0 ? row.PlaceOverall : int.MaxValue)
            .ThenBy(row => row.Bib, Comparer<string>.Create(Bib.NaturalOrder))]);
    }
}
