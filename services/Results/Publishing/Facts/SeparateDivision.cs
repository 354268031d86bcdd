using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Core.Sheets;

namespace RaceSystem.Results.Publishing.Facts;

/// <summary>Runners who are ranked apart from the field, such as those on wheels, by their places there.</summary>
/// <param name="DivisionId">The division.</param>
/// <param name="Sex">Whose list it is; unknown: all of the division.</param>
/// <param name="Rows">With a place, in its order.</param>
internal sealed record SeparateDivision(string DivisionId, Sex Sex, IReadOnlyList<ResultRow> Rows)
{
    /// <summary>The separate divisions of a race by their ids, with a list for each sex where they are ranked by it.</summary>
    public static IEnumerable<SeparateDivision> Of(ResultSheet sheet) =>
        from row in sheet.Rows
        where row.Places is { Overall: 0, ByDivision: > 0 }
        let bySex = sheet.Race.Divisions.Any(rule => rule.DivisionId == row.DivisionId && rule.RankedBySex)
        group row by (row.DivisionId, Sex: bySex ? row.Entry.Sex : Sex.Unknown) into list
        orderby list.Key.DivisionId, list.Key.Sex
        select new SeparateDivision(list.Key.DivisionId, list.Key.Sex, [.. list.OrderBy(row => row.Places.ByDivision)]);
}
