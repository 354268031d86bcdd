namespace RaceSystem.Racectl.RaceFiles;

/// <summary>Where each column of a race file stands; -1 where the file has none.</summary>
internal sealed record RaceFileColumns(IReadOnlyDictionary<string, int> Index, IReadOnlyList<SplitColumn> Splits)
{
    /// <summary>Columns a race file must have; every other may be missing, which means blank.</summary>
    public static readonly string[] Required = ["status", "official_time_s"];

    public int Of(string column) => Index.GetValueOrDefault(column, -1);

    /// <summary>Null when the header is of no use; the problems say why.</summary>
    public static RaceFileColumns? Parse(string[] header, List<Problem> problems)
    {
        var index = new Dictionary<string, int>(StringComparer.Ordinal);
        var splits = new List<SplitColumn>();
        for (var i = 0; i < header.Length; i++)
        {
            var name = header[i].Trim().TrimStart('\uFEFF');
            if (!index.TryAdd(name, i))
            {
                problems.Add(new Problem(1, name, "the column is there twice."));
            }
            else if (name.StartsWith(SplitColumn.Prefix, StringComparison.Ordinal))
            {
                AddSplit(name, splits, problems);
            }
        }

        problems.AddRange(Required.Where(name => !index.ContainsKey(name)).Select(name => new Problem(1, name, "the column is missing.")));
        return problems.Count == 0 ? new RaceFileColumns(index, splits) : null;
    }

    private static void AddSplit(string name, List<SplitColumn> splits, List<Problem> problems)
    {
        if (SplitColumn.Parse(name) is { } split)
        {
            splits.Add(split);
        }
        else
        {
            problems.Add(new Problem(1, name, "the distance cannot be told; use split_5k_s, split_half_s or split_20mi_s."));
        }
    }
}
