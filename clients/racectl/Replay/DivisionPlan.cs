using RaceSystem.Racectl.RaceFiles;
using RaceSystem.Registration.V1;

namespace RaceSystem.Racectl.Replay;

/// <summary>Finds the divisions of a file, and whether the sexes are numbered apart inside one.</summary>
internal static class DivisionPlan
{
    public static IEnumerable<Division> Of(RaceFile file) => file.Rows
        .Where(row => row.Division.Length > 0)
        .GroupBy(row => row.Division, StringComparer.Ordinal)
        .OrderBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => new Division { DivisionId = group.Key, DisplayName = group.Key, RankedBySex = IsRankedBySex([.. group]) });

    private static bool IsRankedBySex(IReadOnlyList<RaceFileRow> rows)
    {
        var placed = rows.Where(row => row.PlaceOverall is not null && row.PlaceByDivision is not null && row.Sex != Sex.Unspecified).ToArray();
        var sexes = placed.GroupBy(row => row.Sex).Select(group => group.ToArray()).ToArray();
        return sexes.Length > 1 && sexes.Sum(ExplainedPlaces) > ExplainedPlaces(placed);
    }

    /// <summary>How many of the published places a ranking of exactly these rows gives; shared places count 1, 2, 2, 4.</summary>
    private static int ExplainedPlaces(RaceFileRow[] rows)
    {
        var ordered = rows.OrderBy(row => row.PlaceOverall).ToArray();
        var explained = 0;
        var place = 0;
        for (var i = 0; i < ordered.Length; i++)
        {
            place = i > 0 && ordered[i].PlaceOverall == ordered[i - 1].PlaceOverall ? place : i + 1;
            explained += ordered[i].PlaceByDivision == place ? 1 : 0;
        }

        return explained;
    }
}
