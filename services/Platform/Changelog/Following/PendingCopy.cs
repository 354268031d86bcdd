namespace RaceSystem.Platform.Changelog.Following;

/// <summary>
/// What is applied and not stored yet, of one log: the latest record of each key, over a stretch without holes. Not safe
/// for several threads; the owner of it is.
/// </summary>
/// <param name="meetId">Meet of the log.</param>
/// <param name="logId">Identity of the log.</param>
/// <param name="from">The stored copy must be complete through this, or the stretch leaves a hole. 0: the stretch is the whole log.</param>
internal sealed class PendingCopy(string meetId, string logId, long from)
{
    private readonly Dictionary<string, ChangelogRecord> _records = new(StringComparer.Ordinal);

    public string MeetId => meetId;

    public string LogId => logId;

    public long From { get; } = from;

    /// <summary>The copy is complete through this when the records are stored.</summary>
    public long Through { get; private set; } = from;

    /// <summary>The log was made anew: what is stored of it is void.</summary>
    public bool StartsOver { get; init; }

    public int Count => _records.Count;

    public IReadOnlyCollection<ChangelogRecord> Records => _records.Values;

    /// <summary>Whether a stretch of this log that begins at <paramref name="at"/> continues this one.</summary>
    public bool Continues(string log, long at) => log == logId && at == Through;

    public void Add(IReadOnlyList<ChangelogRecord> records, long through)
    {
        foreach (var record in records)
        {
            _records[record.Key] = record;
        }

        Through = through;
    }

    /// <summary>Adds a later stretch that continues this one.</summary>
    public void Add(PendingCopy later)
    {
        foreach (var (key, record) in later._records)
        {
            _records[key] = record;
        }

        Through = later.Through;
    }
}
