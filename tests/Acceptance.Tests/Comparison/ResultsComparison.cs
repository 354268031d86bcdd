using System.Globalization;

namespace RaceSystem.Acceptance.Tests.Comparison;

/// <summary>
/// Holds an exported result against the file it was replayed from: every ranked row has the file's time and places,
/// exactly; a blank in the file demands nothing; who is not ranked in the file is not ranked in the result.
/// </summary>
internal static class ResultsComparison
{
    private static readonly string[] Columns = ["official_time_s", "place_overall", "place_sex", "place_division"];

    /// <summary>What is wrong, a line a runner; empty when everything is right.</summary>
    public static IReadOnlyList<string> Differences(
        IReadOnlyList<IReadOnlyDictionary<string, string>> wanted,
        IReadOnlyList<IReadOnlyDictionary<string, string>> got)
    {
        var differences = new List<string>();
        var byBib = new Dictionary<string, IReadOnlyDictionary<string, string>>(StringComparer.Ordinal);
        foreach (var row in got)
        {
            if (!byBib.TryAdd(row["bib"], row))
            {
                differences.Add($"bib {row["bib"]} twice in the result");
            }
        }

        for (var index = 0; index < wanted.Count; index++)
        {
            var bib = wanted[index]["bib"] is { Length: > 0 } given ? given : $"{index + 1}";
            if (Difference(wanted[index], byBib.GetValueOrDefault(bib)) is { } difference)
            {
                differences.Add($"bib {bib}: {difference}");
            }
        }

        return differences;
    }

    /// <summary>Fails with the first differences.</summary>
    public static void AssertEqual(string acceptFile, string resultFile)
    {
        var wanted = CsvRows.Read(acceptFile);
        Assert.Contains(wanted, row => Number(row["place_overall"]) is not null);
        var differences = Differences(wanted, CsvRows.Read(resultFile));
        Assert.True(
            differences.Count == 0,
            $"{Path.GetFileName(acceptFile)}: {differences.Count} of {wanted.Count} rows differ\n{string.Join('\n', differences.Take(10))}");
    }

    private static string? Difference(IReadOnlyDictionary<string, string> wanted, IReadOnlyDictionary<string, string>? got)
    {
        if (Number(wanted["place_overall"]) is null)
        {
            return got is not null && Number(got["place_overall"]) is not null ? $"ranked ({got["place_overall"]}), should not be" : null;
        }

        if (got is null)
        {
            return "missing";
        }

        var wrong = Columns.Where(column => Number(wanted[column]) is { } number && Number(got[column]) != number)
            .Select(column => $"{column} {got[column]}, should be {wanted[column]}")
            .ToList();
        return wrong.Count == 0 ? null : string.Join("; ", wrong);
    }

    private static long? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? (long)number : null;
}
