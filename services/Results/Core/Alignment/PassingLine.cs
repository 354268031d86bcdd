using RaceSystem.Results.Core.Passings;
using RaceSystem.Results.Core.Scoring;

namespace RaceSystem.Results.Core.Alignment;

/// <summary>The passings of a runner from the gun on, in order of time, and what it costs to leave some of them out. Reused for every runner.</summary>
internal sealed class PassingLine
{
    private const int PointBits = 7;
    private readonly long[] _packed = new long[PassingBuffer.Limit * 2];
    private readonly bool[] _lingers = new bool[PassingBuffer.Limit * 2];
    private readonly int[] _strays = new int[(PassingBuffer.Limit * 2) + 1];
    private readonly int[] _before = new int[PassingBuffer.Limit * 2];
    private readonly int[] _last = new int[CourseMap.MaxVisits];

    /// <summary>Passings on the line.</summary>
    public int Count { get; private set; }

    /// <summary>Some passing lingers.</summary>
    public bool HasLingering { get; private set; }

    /// <summary>When.</summary>
    public long TimeAt(int index) => _packed[index] >> PointBits;

    /// <summary>Where, as a local point.</summary>
    public int PointAt(int index) => (int)(_packed[index] & ((1 << PointBits) - 1));

    /// <summary>Whether the passing follows another one at the same mat too soon for another visit.</summary>
    public bool Lingers(int index) => _lingers[index];

    /// <summary>The passing before at the same mat, or -1.</summary>
    public int BeforeAt(int index) => _before[index];

    /// <summary>Takes a runner's packed passings; false when there are too many.</summary>
    public bool TryTake(CourseMap course, ReadOnlySpan<long> passings, long zero)
    {
        Count = 0;
        HasLingering = false;
        if (passings.Length > _packed.Length)
        {
            return false;
        }

        foreach (var passing in passings)
        {
            if (zero == Moment.None || PassingBuffer.TimeOf(passing) >= zero)
            {
                _packed[Count++] = (PassingBuffer.TimeOf(passing) << PointBits) | (uint)PassingBuffer.PointOf(passing);
            }
        }

        _packed.AsSpan(0, Count).Sort();
        Array.Fill(_last, -1, 0, course.Points.Length);
        for (var i = 0; i < Count; i++)
        {
            var point = PointAt(i);
            _before[i] = _last[point];
            _lingers[i] = _last[point] >= 0 && TimeAt(i) - TimeAt(_last[point]) < course.LingerMicros[point];
            HasLingering |= _lingers[i];
            _strays[i + 1] = _strays[i] + (_lingers[i] ? 0 : AlignmentCosts.Stray);
            _last[point] = i;
        }

        return true;
    }

    /// <summary>Cost of the passings that lie between two that count.</summary>
    public int Between(int first, int second) => _strays[second] - _strays[first + 1];

    /// <summary>Cost of the passings after the last one that counts, which is not the finish.</summary>
    public int After(CourseMap course, int last)
    {
        var cost = 0;
        for (var i = last + 1; i < Count; i++)
        {
            if (!_lingers[i])
            {
                cost += PointAt(i) == course.LocalOfVisit[^1] ? AlignmentCosts.StrayAtFinish : AlignmentCosts.StrayAfter;
            }
        }

        return cost;
    }

    /// <summary>Cost of the passings after the finish: the finish mat once, however often it was; other mats each.</summary>
    public int AfterFinish(int finish)
    {
        int again = 0, others = 0;
        for (var i = finish + 1; i < Count; i++)
        {
            if (_lingers[i])
            {
                continue;
            }

            if (PointAt(i) == PointAt(finish))
            {
                again = TimeAt(i) - TimeAt(finish) <= AlignmentCosts.SoonMicros ? AlignmentCosts.AgainSoon : AlignmentCosts.AgainLater;
            }
            else
            {
                others += AlignmentCosts.Stray;
            }
        }

        return again + others;
    }

    /// <summary>Cost of the passings before the first one that counts.</summary>
    public int Before(CourseMap course, int first, int visit)
    {
        var cost = 0;
        for (var i = 0; i < first; i++)
        {
            var atStart = PointAt(i) == course.LocalOfVisit[0];
            var repeatedStart = visit == 0 && atStart && TimeAt(first) - TimeAt(i) < course.StartWindowMicros;
            if (!_lingers[i] && !repeatedStart)
            {
                cost += atStart ? AlignmentCosts.StrayStart : AlignmentCosts.Stray;
            }
        }

        return cost;
    }
}
