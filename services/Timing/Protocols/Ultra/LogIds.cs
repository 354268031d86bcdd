namespace RaceSystem.Timing.Protocols.Ultra;

/// <summary>
/// Which records of a box's log have come: the numbers have no gaps, so that a number that is left out is a record that is
/// missing. A log that was cleared begins at 1 again, with later times. Not thread-safe.
/// </summary>
internal sealed class LogIds
{
    /// <summary>Requests for a gap before it is given up: the box does not have it.</summary>
    public const int MaxRequests = 3;

    /// <summary>A leap beyond this is another log, not a gap.</summary>
    public const long MaxGap = 1_000_000;

    private const int MaxGaps = 100;
    private readonly List<LogIdGap> _gaps = [];
    private long _highest;
    private long _lastWall;

    /// <summary>Goes on behind a record, or at whatever comes first.</summary>
    /// <param name="last">Record up to which everything is stored; 0: unknown.</param>
    /// <param name="lastWall">Its time.</param>
    public LogIds(long last = 0, long lastWall = 0) => (_highest, _lastWall) = (last, lastWall);

    /// <summary>Everything up to this record came; 0 when nothing did.</summary>
    public long Complete => _gaps.Count > 0 ? _gaps[0].From - 1 : _highest;

    /// <summary>Latest time of a record.</summary>
    public long LastWall => _lastWall;

    /// <summary>What is missing, the earliest first.</summary>
    public IReadOnlyList<LogIdGap> Gaps => _gaps;

    /// <summary>A record came; whether it opened a gap.</summary>
    public bool Take(long id, long wall, bool isRewound)
    {
        if (id <= _highest && !isRewound && wall > _lastWall && !IsMissing(id))
        {
            // The log was cleared.
            _gaps.Clear();
            _highest = 0;
            return Leap(id, wall);
        }

        _lastWall = Math.Max(_lastWall, wall);
        if (id <= _highest)
        {
            Fill(id);
            return false;
        }

        if (_highest == 0 || id - _highest > MaxGap)
        {
            _gaps.Clear();
            _highest = id;
            return false;
        }

        return Leap(id, wall);
    }

    /// <summary>The gaps that are due to be asked for; those that were asked for too often are given up and returned apart.</summary>
    public (IReadOnlyList<LogIdGap> Due, IReadOnlyList<LogIdGap> GivenUp) Request()
    {
        LogIdGap[] givenUp = [.. _gaps.Where(gap => gap.Requests >= MaxRequests)];
        _gaps.RemoveAll(gap => gap.Requests >= MaxRequests);
        LogIdGap[] due = [.. _gaps];
        for (var index = 0; index < _gaps.Count; index++)
        {
            _gaps[index] = _gaps[index] with { Requests = _gaps[index].Requests + 1 };
        }

        return (due, givenUp);
    }

    private bool Leap(long id, long wall)
    {
        var isGap = id > _highest + 1;
        if (isGap)
        {
            _gaps.Add(new LogIdGap(_highest + 1, id - 1, 0));
            Merge();
        }

        (_highest, _lastWall) = (id, wall);
        return isGap;
    }

    private bool IsMissing(long id) => _gaps.Exists(gap => gap.From <= id && id <= gap.To);

    private void Fill(long id)
    {
        var index = _gaps.FindIndex(gap => gap.From <= id && id <= gap.To);
        if (index < 0)
        {
            return;
        }

        var gap = _gaps[index];
        _gaps.RemoveAt(index);
        if (id < gap.To)
        {
            _gaps.Insert(index, gap with { From = id + 1 });
        }

        if (id > gap.From)
        {
            _gaps.Insert(index, gap with { To = id - 1 });
        }

        Merge();
    }

    /// <summary>Keeps the list short: two gaps become one that holds what is between them too, which then comes twice.</summary>
    private void Merge()
    {
        if (_gaps.Count > MaxGaps)
        {
            _gaps[0] = _gaps[0] with { To = _gaps[1].To, Requests = 0 };
            _gaps.RemoveAt(1);
        }
    }
}
