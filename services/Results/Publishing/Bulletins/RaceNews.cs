using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Core.Scoring;
using RaceSystem.Results.Core.Sheets;
using RaceSystem.Results.Publishing.Countries;
using RaceSystem.Results.Publishing.Facts;

namespace RaceSystem.Results.Publishing.Bulletins;

/// <summary>What the press wants to know of a race. Immutable.</summary>
internal sealed record RaceNews
{
    public required ResultSheet Sheet { get; init; }

    public required FieldCounts Counts { get; init; }

    /// <summary>Starters by sex, for sexes that have any; the unknown one last.</summary>
    public required IReadOnlyList<(Sex Sex, int Starters)> Starters { get; init; }

    /// <summary>The first ten of each group.</summary>
    public required IReadOnlyList<LeaderGroup> Leaders { get; init; }

    /// <summary>Records that were broken or equalled.</summary>
    public required IReadOnlyList<RecordOutcome> Records { get; init; }

    /// <summary>Countries of those who started, by finishers.</summary>
    public required IReadOnlyList<NationCount> Nations { get; init; }

    /// <summary>Team competitions that have a winner.</summary>
    public required IReadOnlyList<TeamNews> Teams { get; init; }

    public PublishedVersion? Version { get; init; }

    public RaceDefinition Race => Sheet.Race;

    /// <summary>Entries are teams.</summary>
    public bool IsRelay => Race.ExchangeSplitIds.Count > 0;

    /// <summary>Finishers of no country that is told.</summary>
    public int WithoutNation => Sheet.Nations.Where(nation => nation.Country.Length == 0).Sum(nation => nation.Finished);

    public string Name => RaceTitle.Name(Race);

    public static RaceNews Of(ResultSheet sheet, ExportOrder order) => new()
    {
        Sheet = sheet,
        Counts = FieldCounts.Of(sheet.Rows),
        Starters = [.. sheet.Rows.Where(row => row.Status.HasStarted()).GroupBy(row => row.Entry.Sex).OrderBy(group => group.Key == Sex.Unknown).ThenBy(group => group.Key).Select(group => (group.Key, group.Count()))],
        Leaders = LeaderGroup.Of(sheet),
        Records = [.. RecordOutcomes.Of(sheet).Where(outcome => outcome.Best is not null)],
        Nations = NationCount.Of([sheet]),
        Teams = TeamNews.Of(sheet),
        Version = order.Versions.GetValueOrDefault(sheet.Race.RaceId),
    };
}

/// <summary>Runners of a country.</summary>
/// <param name="Code">The federation's, or as entered.</param>
/// <param name="Starters">Who started.</param>
/// <param name="Finishers">Who finished.</param>
internal sealed record NationCount(string Code, int Starters, int Finishers)
{
    /// <summary>Countries of those who started, the most finishers first; runners without a country are of none. Whoever is not shown by name counts.</summary>
    public static IReadOnlyList<NationCount> Of(IEnumerable<ResultSheet> sheets) => [.. sheets
        .SelectMany(sheet => sheet.Nations)
        .Where(nation => nation.Country.Length > 0 && nation.Started > 0)
        .GroupBy(nation => CountryTable.CodeOf(nation.Country), StringComparer.Ordinal)
        .Select(group => new NationCount(group.Key, group.Sum(nation => nation.Started), group.Sum(nation => nation.Finished)))
        .OrderByDescending(nation => nation.Finishers).ThenByDescending(nation => nation.Starters).ThenBy(nation => nation.Code, StringComparer.Ordinal)];
}
