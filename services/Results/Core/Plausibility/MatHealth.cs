using RaceSystem.Kernel;
using RaceSystem.Results.Core.Scoring;
using RaceSystem.Results.Core.Standings;

namespace RaceSystem.Results.Core.Plausibility;

/// <summary>The mats of a race by visit and minute. A runner measured later on the course has crossed, read or not.</summary>
internal sealed class MatHealth
{
    // Wrong times far from the race do not stretch the table without end.
    private const long MaxMinutes = 7 * 24 * 60;
    private readonly FieldPaces _paces;
    private readonly MatMinutes[] _mats;

    public MatHealth(RaceStandings race, FieldPaces paces)
    {
        _paces = paces;
        _mats = [.. Enumerable.Range(0, paces.VisitCount).Select(visit => Empty(race, visit))];
        var path = new RunnerPath(race);
        for (var runner = 0; runner < race.RunnerCount; runner++)
        {
            path.Fill(runner);
            Add(path);
        }

        Learn();
    }

    /// <summary>The minutes of a visit; the finish has none, as nobody is measured after it.</summary>
    public MatMinutes Mat(int visit) => _mats[visit];

    /// <summary>When a runner crossed, or is likely to have crossed, a visit, in minutes since 1970.</summary>
    public long Minute(RunnerPath path, int visit) => Time(path, visit) / (60 * Instant.MicrosPerSecond);

    /// <summary>Takes runners who are likely to have cut out of the misses.</summary>
    public void Discount(RunnerPath path, int visit, double probability) => _mats[visit].Add(Minute(path, visit), missed: true, -probability);

    /// <summary>Every minute in which a runner crossed, by visit.</summary>
    public IEnumerable<MatMinute> Minutes()
    {
        for (var visit = 0; visit < _mats.Length; visit++)
        {
            for (var i = 0; i < _mats[visit].Count; i++)
            {
                var minute = _mats[visit].FirstMinute + i;
                var (expected, missed) = _mats[visit].At(minute);
                if (expected >= 0.5)
                {
                    var read = (int)Math.Round(expected - missed);
                    yield return new MatMinute(visit, new Instant(minute * 60 * Instant.MicrosPerSecond), (int)Math.Round(expected), read, _mats[visit].Failure(minute));
                }
            }
        }
    }

    public void Learn()
    {
        foreach (var mat in _mats)
        {
            mat.Learn();
        }
    }

    /// <summary>A crossing in microseconds; one that was missed lies where the median runner's pace puts it.</summary>
    private long Time(RunnerPath path, int visit)
    {
        if (path.Time(visit) is var time && time != Moment.None)
        {
            return time;
        }

        var before = -1;
        var after = -1;
        for (var i = 0; i < path.Count && after < 0; i++)
        {
            (before, after) = path.Visit(i) < visit ? (path.Visit(i), -1) : (before, path.Visit(i));
        }

        if (before < 0)
        {
            var ratio = Math.Exp(_paces.LevelOf(path) is var level && !double.IsNaN(level) ? level : 0);
            return path.Time(after) - (long)(ratio * 1e6 * (_paces.MedianTime(after) - _paces.MedianTime(visit)));
        }

        var share = (_paces.MedianTime(visit) - _paces.MedianTime(before)) / (_paces.MedianTime(after) - _paces.MedianTime(before));
        return path.Time(before) + (long)(share * (path.Time(after) - path.Time(before)));
    }

    private void Add(RunnerPath path)
    {
        var last = path.Visit(path.Count - 1);
        for (var visit = 0; visit < last; visit++)
        {
            _mats[visit].Add(Minute(path, visit), path.Time(visit) == Moment.None);
        }
    }

    private static MatMinutes Empty(RaceStandings race, int visit)
    {
        var (first, last) = (long.MaxValue, long.MinValue);
        foreach (var crossing in race.Visits[visit].Crossings)
        {
            if (crossing != Moment.None)
            {
                (first, last) = (Math.Min(first, crossing), Math.Max(last, crossing));
            }
        }

        if (first > last)
        {
            return new MatMinutes(0, 1);
        }

        const long Minute = 60 * Instant.MicrosPerSecond;
        return new MatMinutes(first / Minute, (int)Math.Min(MaxMinutes, (last / Minute) - (first / Minute) + 1));
    }
}
