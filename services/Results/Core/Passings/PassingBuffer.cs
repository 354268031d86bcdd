namespace RaceSystem.Results.Core.Passings;

/// <summary>
/// One runner's passings as packed numbers that sort by (local point, time). Reused for every runner.
/// </summary>
internal sealed class PassingBuffer
{
    /// <summary>Most passings of a runner that are looked at; of more the earliest and the latest half count.</summary>
    public const int Limit = 512;

    private const int PointShift = 56;
    private const long TimeMask = (1L << PointShift) - 1;
    private long[] _packed = new long[Limit];
    private int _count;

    /// <summary>The packed passings.</summary>
    public ReadOnlySpan<long> Packed => _packed.AsSpan(0, _count);

    public static int PointOf(long packed) => (int)(packed >> PointShift);

    public static long TimeOf(long packed) => packed & TimeMask;

    /// <summary>A passing as one number.</summary>
    public static long Pack(int localPoint, long time) => ((long)localPoint << PointShift) | time;

    public void Clear() => _count = 0;

    /// <summary>Adds a passing; times before 1970 or after the year 4253 are no passings of a race.</summary>
    public void Add(int localPoint, long time)
    {
        if (time is < 0 or > TimeMask)
        {
            return;
        }

        if (_count == _packed.Length)
        {
            Array.Resize(ref _packed, _count * 2);
        }

        _packed[_count++] = Pack(localPoint, time);
    }

    /// <summary>Sorts by (point, time) and holds the limit.</summary>
    public void Sort()
    {
        var span = _packed.AsSpan(0, _count);
        if (_count > Limit)
        {
            span.Sort((a, b) => TimeOf(a) != TimeOf(b) ? TimeOf(a).CompareTo(TimeOf(b)) : a.CompareTo(b));
            span[^(Limit / 2)..].CopyTo(span[(Limit / 2)..]);
            _count = Limit;
            span = span[..Limit];
        }

        if (!IsInOrder(span))
        {
            span.Sort();
        }
    }

    /// <summary>
    /// Passings come newest first, which mostly is the order of the course backwards: turned round they need no sorting, and
    /// backwards is the worst there is to sort.
    /// </summary>
    private static bool IsInOrder(Span<long> span)
    {
        if (span.Length > 1 && span[0] > span[^1])
        {
            span.Reverse();
        }

        for (var i = 1; i < span.Length; i++)
        {
            if (span[i] < span[i - 1])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether there is a passing of a point at most so far from a time.</summary>
    public bool HasWithin(int localPoint, long time, long window)
    {
        foreach (var packed in Packed)
        {
            if (IsWithin(packed, localPoint, time, window))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Removes the passings of a point at most so far from a time.</summary>
    public void RemoveWithin(int localPoint, long time, long window)
    {
        var kept = 0;
        for (var i = 0; i < _count; i++)
        {
            if (!IsWithin(_packed[i], localPoint, time, window))
            {
                _packed[kept++] = _packed[i];
            }
        }

        _count = kept;
    }

    /// <summary>
    /// Makes one passing of those that different chips of one runner left at one point within the point's dead time.
    /// Call after <see cref="Sort"/>.
    /// </summary>
    public void MergeChips(ReadOnlySpan<PointTiming> timingOfLocal)
    {
        var kept = 0;
        var lastSeen = 0L;
        for (var i = 0; i < _count; i++)
        {
            var packed = _packed[i];
            var timing = timingOfLocal[PointOf(packed)];
            var joins = kept > 0 && PointOf(_packed[kept - 1]) == PointOf(packed) && TimeOf(packed) - lastSeen < timing.DeadTimeMicros;
            lastSeen = TimeOf(packed);
            if (!joins)
            {
                _packed[kept++] = packed;
            }
            else if (timing.KeepsLast)
            {
                _packed[kept - 1] = packed;
            }
        }

        _count = kept;
    }

    private static bool IsWithin(long packed, int localPoint, long time, long window) =>
        PointOf(packed) == localPoint && Math.Abs(TimeOf(packed) - time) <= window;
}
