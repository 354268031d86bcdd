using RaceSystem.Kernel;
using RaceSystem.Results.Core.Sheets;

namespace RaceSystem.Results.Publishing.Tables;

/// <summary>The order of exported rows.</summary>
internal static class RowOrder
{
    private static readonly Comparer<string> Bibs = Comparer<string>.Create(Bib.NaturalOrder);

    /// <summary>The ranked by place, those who share one by bib, then the others by bib.</summary>
    public static IEnumerable<ResultRow> Of(ResultSheet sheet) => sheet.Rows
        .OrderBy(row => row.Places.Overall > 0 ? row.Places.Overall : int.MaxValue)
        .ThenBy(row => row.Entry.Bib, Bibs);
}
