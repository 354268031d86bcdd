using RaceSystem.Kernel;
using RaceSystem.Results.Core.Plausibility;
using RaceSystem.Results.Core.Sheets;

namespace RaceSystem.Results.Publishing.Tables;

/// <summary>Columns for the splits of one race or several: each split id once, by distance, without start and finish.</summary>
internal sealed class SplitColumns
{
    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);
    private readonly ExportSplitBasis _basis;

    public SplitColumns(IReadOnlyList<ResultSheet> sheets, ExportSplitBasis basis)
    {
        _basis = basis;
        Ids = [.. sheets.SelectMany(sheet => sheet.Race.Visits.Skip(1).SkipLast(1))
            .GroupBy(visit => visit.SplitId, StringComparer.Ordinal)
            .OrderBy(group => group.Min(visit => visit.DistanceM))
            .Select(group => group.Key)];
        for (var i = 0; i < Ids.Count; i++)
        {
            _columns.Add(Ids[i], i);
        }
    }

    /// <summary>In the order of the columns.</summary>
    public IReadOnlyList<string> Ids { get; }

    /// <summary>A runner's times by column; null: not measured, or not on the course.</summary>
    public Elapsed?[] TimesOf(ResultRow row)
    {
        var times = new Elapsed?[Ids.Count];
        for (var i = 1; i < row.Splits.Count - 1; i++)
        {
            times[_columns[row.Splits[i].Visit.SplitId]] = TimeOf(row.Splits[i]);
        }

        return times;
    }

    /// <summary>What a runner's missed splits are likely to have been, by column; null: measured, or not to be told.</summary>
    public InferredTime?[] InferredOf(ResultRow row)
    {
        var times = new InferredTime?[Ids.Count];
        for (var i = 1; i < row.Splits.Count - 1; i++)
        {
            times[_columns[row.Splits[i].Visit.SplitId]] = InferredOf(row.Splits[i].Inferred);
        }

        return times;
    }

    private InferredTime? InferredOf(InferredSplitTimes? split) => _basis switch
    {
        ExportSplitBasis.Net => split?.Net ?? split?.Gun,
        ExportSplitBasis.Gun => split?.Gun,
        _ => split?.Official,
    };

    private Elapsed? TimeOf(ResultSplit split) => _basis switch
    {
        ExportSplitBasis.Net => split.NetTime ?? split.GunTime,
        ExportSplitBasis.Gun => split.GunTime,
        _ => split.OfficialTime,
    };
}
