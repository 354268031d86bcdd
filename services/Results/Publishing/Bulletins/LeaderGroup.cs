using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Core.Sheets;
using RaceSystem.Results.Publishing.Facts;

namespace RaceSystem.Results.Publishing.Bulletins;

/// <summary>The first of those who are ranked together.</summary>
/// <param name="Sex">Of this sex; unknown: of any.</param>
/// <param name="DivisionId">Ranked apart in this division; empty: of the whole field.</param>
/// <param name="Rows">By place; never empty.</param>
internal sealed record LeaderGroup(Sex Sex, string DivisionId, IReadOnlyList<ResultRow> Rows)
{
    private const int Most = 10;

    /// <summary>Men, women and non-binary runners, or all where nobody has a place by sex; then the divisions that are ranked apart.</summary>
    public static IReadOnlyList<LeaderGroup> Of(ResultSheet sheet)
    {
        LeaderGroup[] bySex = [.. new[] { Sex.Male, Sex.Female, Sex.NonBinary }.Select(sex => Field(sheet.Rows.Where(row => row.Entry.Sex == sex), sex))];
        return
        [
            .. (bySex.Any(group => group.Rows.Count > 0) ? bySex : [Field(sheet.Rows, Sex.Unknown)]).Where(group => group.Rows.Count > 0),
            .. SeparateDivision.Of(sheet).Select(division => new LeaderGroup(division.Sex, division.DivisionId, [.. division.Rows.Take(Most)])),
        ];
    }

    public int PlaceOf(ResultRow row) => DivisionId.Length > 0 ? row.Places.ByDivision : PlaceIn(Sex, row);

    private static int PlaceIn(Sex sex, ResultRow row) => sex == Sex.Unknown ? row.Places.Overall : row.Places.BySex;

    private static LeaderGroup Field(IEnumerable<ResultRow> rows, Sex sex) =>
        new(sex, "", [.. rows.Where(row => PlaceIn(sex, row) is > 0 and <= Most).OrderBy(row => PlaceIn(sex, row)).Take(Most)]);
}
