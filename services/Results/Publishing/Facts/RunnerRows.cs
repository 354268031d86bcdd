using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Core.Sheets;

namespace RaceSystem.Results.Publishing.Facts;

/// <summary>The rows of a sheet by the number with which its lists name runners.</summary>
internal sealed class RunnerRows
{
    private readonly Dictionary<int, ResultRow> _rows;

    public RunnerRows(ResultSheet sheet) => _rows = sheet.Rows.Where(row => row.Runner >= 0).ToDictionary(row => row.Runner);

    public ResultRow this[int runner] => _rows[runner];

    /// <summary>The runner as part of a group: null for one who counts for it and is not to be named with it.</summary>
    public ResultRow? Named(int runner) => runner >= 0 && _rows[runner] is { Entry.Visibility: Visibility.Public } row ? row : null;
}
