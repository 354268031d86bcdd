using RaceSystem.Results.Core.Scoring;

namespace RaceSystem.Results.Core.Ranking;

/// <summary>
/// Orders runners by exact time, then by crossing, then by their number (which follows the bib). A stable radix sort:
/// 48,000 runners take less than a millisecond, and nothing is allocated once the buffers have grown.
/// </summary>
internal sealed class TimeSort
{
    private const int DigitBits = 11;
    private const int Buckets = 1 << DigitBits;
    private const int SmallRun = 48;
    private readonly int[] _histogram = new int[Buckets];
    private ulong[] _keys = [];
    private ulong[] _otherKeys = [];
    private int[] _otherItems = [];

    /// <summary>Orders <paramref name="runners"/>, which must come in ascending order.</summary>
    public void Sort(Span<int> runners, long[] times, long[] crossings)
    {
        StableSort(runners, times);
        for (var i = 0; i < runners.Length;)
        {
            var time = times[runners[i]];
            var end = i + 1;
            while (end < runners.Length && times[runners[end]] == time)
            {
                end++;
            }

            if (end - i > 1)
            {
                StableSort(runners[i..end], crossings);
            }

            i = end;
        }
    }

    /// <summary>Orders everyone who has a time.</summary>
    /// <param name="order">Receives the order.</param>
    /// <param name="times">Times of all runners, <see cref="Moment.None"/> for who is not ranked.</param>
    /// <param name="crossings">Crossings of all runners.</param>
    /// <returns>Runners in the order.</returns>
    public int OrderAll(int[] order, long[] times, long[] crossings)
    {
        var ranked = 0;
        for (var runner = 0; runner < times.Length; runner++)
        {
            if (times[runner] != Moment.None)
            {
                order[ranked++] = runner;
            }
        }

        Sort(order.AsSpan(0, ranked), times, crossings);
        return ranked;
    }

    /// <summary>Takes changed runners out of an order and puts those who have a time in again.</summary>
    /// <param name="order">The order; room for everyone.</param>
    /// <param name="ranked">Runners in it.</param>
    /// <param name="changed">Whose times are no longer what they were ordered by; is sorted by number.</param>
    /// <param name="arriving">Room for everyone.</param>
    /// <param name="times">Times of all runners.</param>
    /// <param name="crossings">Crossings of all runners.</param>
    /// <returns>Runners in the order now.</returns>
    public int Merge(int[] order, int ranked, ChangedRunners changed, int[] arriving, long[] times, long[] crossings)
    {
        changed.All.Sort();
        var coming = 0;
        foreach (var runner in changed.All)
        {
            if (times[runner] != Moment.None)
            {
                arriving[coming++] = runner;
            }
        }

        Sort(arriving.AsSpan(0, coming), times, crossings);
        var staying = 0;
        for (var i = 0; i < ranked; i++)
        {
            if (!changed.Contains(order[i]))
            {
                order[staying++] = order[i];
            }
        }

        // From the back, so that the order is merged in place.
        ranked = staying + coming;
        for (var target = ranked - 1; coming > 0; target--)
        {
            var takesComing = staying == 0 || Compare(order[staying - 1], arriving[coming - 1], times, crossings) < 0;
            order[target] = takesComing ? arriving[--coming] : order[--staying];
        }

        return ranked;
    }

    /// <summary>Whether one runner comes before another in this order.</summary>
    public static int Compare(int left, int right, long[] times, long[] crossings)
    {
        var byTime = times[left].CompareTo(times[right]);
        var byCrossing = byTime != 0 ? byTime : crossings[left].CompareTo(crossings[right]);
        return byCrossing != 0 ? byCrossing : left.CompareTo(right);
    }

    private void StableSort(Span<int> items, long[] keys)
    {
        if (items.Length <= SmallRun)
        {
            InsertionSort(items, keys);
        }
        else
        {
            RadixSort(items, keys);
        }
    }

    private static void InsertionSort(Span<int> items, long[] keys)
    {
        for (var i = 1; i < items.Length; i++)
        {
            var item = items[i];
            var key = keys[item];
            var j = i;
            for (; j > 0 && keys[items[j - 1]] > key; j--)
            {
                items[j] = items[j - 1];
            }

            items[j] = item;
        }
    }

    private void RadixSort(Span<int> items, long[] keys)
    {
        Grow(items.Length);
        long min = long.MaxValue, max = long.MinValue;
        foreach (var item in items)
        {
            min = Math.Min(min, keys[item]);
            max = Math.Max(max, keys[item]);
        }

        for (var i = 0; i < items.Length; i++)
        {
            _keys[i] = (ulong)(keys[items[i]] - min);
        }

        var from = items;
        var to = _otherItems.AsSpan(0, items.Length);
        var fromKeys = _keys.AsSpan(0, items.Length);
        var toKeys = _otherKeys.AsSpan(0, items.Length);
        var swapped = false;
        for (var shift = 0; shift < 64 && ((ulong)(max - min) >> shift) != 0; shift += DigitBits)
        {
            Pass(from, to, fromKeys, toKeys, shift);
            var previousItems = from;
            from = to;
            to = previousItems;
            var previousKeys = fromKeys;
            fromKeys = toKeys;
            toKeys = previousKeys;
            swapped = !swapped;
        }

        if (swapped)
        {
            from.CopyTo(to);
        }
    }

    private void Pass(ReadOnlySpan<int> from, Span<int> to, ReadOnlySpan<ulong> fromKeys, Span<ulong> toKeys, int shift)
    {
        var histogram = _histogram.AsSpan();
        histogram.Clear();
        foreach (var key in fromKeys)
        {
            histogram[(int)((key >> shift) & (Buckets - 1))]++;
        }

        var sum = 0;
        for (var i = 0; i < Buckets; i++)
        {
            var count = histogram[i];
            histogram[i] = sum;
            sum += count;
        }

        for (var i = 0; i < from.Length; i++)
        {
            var target = histogram[(int)((fromKeys[i] >> shift) & (Buckets - 1))]++;
            to[target] = from[i];
            toKeys[target] = fromKeys[i];
        }
    }

    private void Grow(int length)
    {
        if (_keys.Length < length)
        {
            var size = Math.Max(length, _keys.Length * 2);
            _keys = new ulong[size];
            _otherKeys = new ulong[size];
            _otherItems = new int[size];
        }
    }
}
