namespace RaceSystem.Platform.Changelog.Following;

/// <summary>
/// One followed log: what is applied, what waits, what has been heard of. Pure but for its sink; used by one thread at a
/// time. Invariant: everything handed to the sink is in sequence, and complete through <see cref="Applied"/>.
/// </summary>
internal sealed class FollowedLog(string meetId, IAppliedSink sink)
{
    private readonly RangeBuffer _waiting = new();
    private long _heard;
    private bool _suspect;

    public string MeetId => meetId;

    /// <summary>Identity of the log; empty before anything is known of it.</summary>
    public string LogId { get; private set; } = "";

    /// <summary>Last sequence applied.</summary>
    public long Applied { get; private set; }

    /// <summary>Whether more is known to exist than is applied, or another log than this one was heard of.</summary>
    public bool IsBehind => _suspect || _heard > Applied;

    /// <summary>Takes up where the stored copy ends.</summary>
    public void Resume(string logId, long applied) => (LogId, Applied) = (logId, applied);

    /// <summary>Takes a range that the bus delivered.</summary>
    public void Receive(LogRange range)
    {
        if (LogId.Length == 0 && range.First == 1)
        {
            LogId = range.LogId;
        }

        if (range.LogId != LogId)
        {
            // An old message or a new log: only the owner knows.
            _suspect = true;
            return;
        }

        _heard = Math.Max(_heard, range.Last);
        if (range.First > Applied + 1)
        {
            _waiting.Add(range);
        }
        else
        {
            Apply(range.Records, range.Last);
            Drain();
        }
    }

    /// <summary>Takes a head that was announced, or that the owner gave.</summary>
    public void Hear(string logId, long sequence)
    {
        if (logId != LogId)
        {
            _suspect = true;
        }
        else
        {
            _heard = Math.Max(_heard, sequence);
        }
    }

    /// <summary>What to ask the owner for.</summary>
    public LogQuestion Ask() => new(Applied, Math.Max(_heard, Applied));

    /// <summary>Takes the answer to a question.</summary>
    /// <returns>False when the page does not join what is applied: ask again.</returns>
    public bool Take(LogQuestion question, ChangelogPage page)
    {
        // The same log with a head below what it once had: its database was put back to an earlier state.
        if (page.LogId != LogId || page.HeadSequence < question.Heard)
        {
            StartOver(page.LogId);
        }

        if (question.After > Applied)
        {
            _suspect = LogId.Length > 0;
            return false;
        }

        _suspect = false;
        _heard = Math.Max(_heard, page.HeadSequence);
        Apply(page.Records, page.ThroughSequence);
        Drain();
        return true;
    }

    private void StartOver(string logId)
    {
        var old = LogId;
        (LogId, Applied, _heard, _suspect) = (logId, 0, 0, false);
        _waiting.Clear();
        if (old.Length > 0)
        {
            sink.Reset(meetId, old, logId);
        }
    }

    private void Drain()
    {
        while (_waiting.TakeNext(Applied) is { } range)
        {
            Apply(range.Records, range.Last);
        }
    }

    private void Apply(IReadOnlyList<ChangelogRecord> records, long through)
    {
        if (through <= Applied)
        {
            return;
        }

        var from = Applied;
        var fresh = records.Count > 0 && records[0].Sequence > from ? records : [.. records.Where(record => record.Sequence > from)];
        sink.Applied(meetId, LogId, fresh, from, through);
        Applied = through;
    }
}
