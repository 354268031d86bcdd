using RaceSystem.Racectl.RaceFiles;

namespace RaceSystem.Racectl.Replay;

/// <summary>Compares what came out with what the file published: time and places of every ranked row.</summary>
internal sealed record PublishedCheck(int Ranked, int AsPublished, IReadOnlyList<string> Examples)
{
    private const int MaxExamples = 5;

    public static PublishedCheck Of(ReplayPlan plan, IReadOnlyDictionary<string, ReplayedResult> results)
    {
        var ranked = plan.File.Rows.Where(row => row.PlaceOverall is not null).ToArray();
        var wrong = ranked
            .Select(row => (row.Bib, Difference: results.TryGetValue(row.Bib, out var result) ? Difference(row, result) : "missing"))
            .Where(item => item.Difference.Length > 0)
            .ToArray();
        return new PublishedCheck(ranked.Length, ranked.Length - wrong.Length, [.. wrong.Take(MaxExamples).Select(item => $"bib {item.Bib}: {item.Difference}")]);
    }

    private static string Difference(RaceFileRow row, ReplayedResult result) => string.Join(", ", new[]
    {
        Difference("time", row.Official, result.Official),
        Difference("place", row.PlaceOverall, result.PlaceOverall),
        Difference("place by sex", row.PlaceBySex, result.PlaceBySex),
        Difference("place by division", row.PlaceByDivision, result.PlaceByDivision),
    }.Where(text => text.Length > 0));

    private static string Difference(string name, long? published, long? result) =>
        published is null || published == result ? "" : $"{name} {result?.ToString(null, null) ?? "none"} where {published} was published";
}
