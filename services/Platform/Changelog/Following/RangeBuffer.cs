namespace RaceSystem.Platform.Changelog.Following;

/// <summary>
/// Ranges that came before the ones they follow. Bounded: what does not fit is dropped, the follower fetches it with the
/// gap.
/// </summary>
internal sealed class RangeBuffer
{
    /// <summary>Most ranges kept.</summary>
    public const int MaxRanges = 64;

    private readonly SortedDictionary<long, LogRange> _byFirst = [];

    public int Count => _byFirst.Count;

    /// <summary>Keeps a range; of two that begin at the same sequence the longer one.</summary>
    public void Add(LogRange range)
    {
        if (_byFirst.TryGetValue(range.First, out var known))
        {
            _byFirst[range.First] = known.Last >= range.Last ? known : range;
        }
        else if (_byFirst.Count < MaxRanges)
        {
            _byFirst.Add(range.First, range);
        }
    }

    /// <summary>Takes the earliest range that joins what is applied; drops ranges that are applied already.</summary>
    public LogRange? TakeNext(long applied)
    {
        while (_byFirst.Count > 0)
        {
            var (first, range) = _byFirst.First();
            if (first > applied + 1)
            {
                return null;
            }

            _byFirst.Remove(first);
            if (range.Last > applied)
            {
                return range;
            }
        }

        return null;
    }

    public void Clear() => _byFirst.Clear();
}
