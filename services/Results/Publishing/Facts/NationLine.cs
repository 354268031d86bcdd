using RaceSystem.Results.Core.Nations;
using RaceSystem.Results.Core.Sheets;
using RaceSystem.Results.Publishing.Countries;

namespace RaceSystem.Results.Publishing.Facts;

/// <summary>A country of a race as it is printed: entries that write it by different codes are one.</summary>
/// <param name="Code">The federation's, or as entered; empty: runners without a country.</param>
/// <param name="Sum">Of all its codes; best man and woman are those of <paramref name="BestMan"/> and <paramref name="BestWoman"/>.</param>
/// <param name="BestMan">Null: none, or not to be named.</param>
/// <param name="BestWoman">Null: none, or not to be named.</param>
internal sealed record NationLine(string Code, NationStanding Sum, ResultRow? BestMan, ResultRow? BestWoman)
{
    /// <summary>The countries of a race in the order of their table, runners without one last.</summary>
    public static IReadOnlyList<NationLine> Of(ResultSheet sheet, RunnerRows rows) => [.. sheet.Nations
        .GroupBy(nation => CountryTable.CodeOf(nation.Country), StringComparer.Ordinal)
        .Select(group => Of(group.Key, [.. group], rows))
        .OrderBy(line => line.Code.Length == 0)
        .ThenByDescending(line => line.Sum.Firsts)
        .ThenByDescending(line => line.Sum.Seconds)
        .ThenByDescending(line => line.Sum.Thirds)
        .ThenByDescending(line => line.Sum.Finished)
        .ThenBy(line => line.Code, StringComparer.Ordinal)];

    private static NationLine Of(string code, NationStanding[] parts, RunnerRows rows)
    {
        var sum = new NationStanding(code, parts.Sum(part => part.Entered), parts.Sum(part => part.Started), parts.Sum(part => part.Finished))
        {
            Firsts = parts.Sum(part => part.Firsts),
            Seconds = parts.Sum(part => part.Seconds),
            Thirds = parts.Sum(part => part.Thirds),
            BestMan = Best(parts.Select(part => part.BestMan), rows),
            BestWoman = Best(parts.Select(part => part.BestWoman), rows),
        };
        return new NationLine(code, sum, rows.Named(sum.BestMan), rows.Named(sum.BestWoman));
    }

    private static int Best(IEnumerable<int> runners, RunnerRows rows) => runners.Where(runner => runner >= 0).DefaultIfEmpty(-1).MinBy(runner => runner < 0 ? 0 : rows[runner].Places.BySex);
}
