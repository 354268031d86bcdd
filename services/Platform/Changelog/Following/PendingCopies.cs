namespace RaceSystem.Platform.Changelog.Following;

/// <summary>What is applied and not stored yet, of all logs of one owner. Safe to use from several threads.</summary>
internal sealed class PendingCopies
{
    /// <summary>
    /// Most records that wait for a database that is away. Past it they are forgotten: the stored copy stays behind, whole,
    /// and is completed from the owner after the next start.
    /// </summary>
    public const int MaxRecords = 400_000;

    private readonly Lock _lock = new();
    private Dictionary<string, PendingCopy> _byMeet = new(StringComparer.Ordinal);

    /// <summary>Records that wait.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _byMeet.Values.Sum(pending => pending.Count);
            }
        }
    }

    public void StartOver(string meetId, string logId)
    {
        lock (_lock)
        {
            _byMeet[meetId] = new PendingCopy(meetId, logId, 0) { StartsOver = true };
        }
    }

    public void Add(string meetId, string logId, IReadOnlyList<ChangelogRecord> records, long from, long through)
    {
        lock (_lock)
        {
            if (!_byMeet.TryGetValue(meetId, out var pending) || !pending.Continues(logId, from))
            {
                _byMeet[meetId] = pending = new PendingCopy(meetId, logId, from);
            }

            pending.Add(records, through);
        }
    }

    /// <summary>Takes everything out; give back what could not be stored.</summary>
    public IReadOnlyCollection<PendingCopy> TakeAll()
    {
        lock (_lock)
        {
            var taken = _byMeet.Values;
            _byMeet = new(StringComparer.Ordinal);
            return taken;
        }
    }

    /// <summary>Puts back what could not be stored, before what was applied since.</summary>
    public void GiveBack(IEnumerable<PendingCopy> copies)
    {
        lock (_lock)
        {
            foreach (var earlier in copies)
            {
                if (!_byMeet.TryGetValue(earlier.MeetId, out var later))
                {
                    _byMeet[earlier.MeetId] = earlier;
                }
                else if (!later.StartsOver && earlier.Continues(later.LogId, later.From))
                {
                    earlier.Add(later);
                    _byMeet[earlier.MeetId] = earlier;
                }
            }

            if (_byMeet.Values.Sum(pending => pending.Count) > MaxRecords)
            {
                _byMeet.Clear();
            }
        }
    }
}
