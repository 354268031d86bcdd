namespace RaceSystem.Registration.Core.ImportEntries;

/// <summary>Which row of an import claims which id, bib or chip. The first row to claim a value holds it.</summary>
internal sealed class ClaimTable(string fieldName, string reason, string noun)
{
    private readonly Dictionary<string, int> _holders = new(StringComparer.Ordinal);
    private readonly HashSet<string> _contested = new(StringComparer.Ordinal);

    public string Field => fieldName;

    public string Reason => reason;

    /// <summary>Claims a value for a row; gives the row that holds it already, or null.</summary>
    public int? Claim(string value, int row) => _holders.TryAdd(value, row) ? null : _holders[value];

    /// <summary>Whether this is the first time that a value turns out to be claimed by more than one row.</summary>
    public bool MarkContested(string value) => _contested.Add(value);

    /// <summary>The row that holds a value, or null.</summary>
    public int? HolderOf(string value) => _holders.TryGetValue(value, out var row) ? row : null;

    public string AlsoOn(string value, int line) => $"{noun} '{value}' is also on line {line}; it has to be unique in the meet.";

    public string BelongsTo(string value, string entryId) => $"{noun} '{value}' belongs to entry '{entryId}', which this import does not change.";

    public string StaysWith(string value, string entryId, int line) => $"{noun} '{value}' stays with entry '{entryId}', because line {line} is left out.";
}
