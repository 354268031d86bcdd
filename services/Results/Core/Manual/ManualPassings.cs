namespace RaceSystem.Results.Core.Manual;

/// <summary>The manual times of a meet by bib: there are few, and a runner needs no chip for them. Not safe to share between threads.</summary>
internal sealed class ManualPassings
{
    private readonly Dictionary<string, SortedDictionary<int, ManualTime[]>> _ofBib = new(StringComparer.Ordinal);

    /// <summary>Whether nobody has any.</summary>
    public bool IsEmpty => _ofBib.Count == 0;

    /// <summary>Puts the times of a bib at a point in place of the earlier ones; false when nothing changed.</summary>
    public bool Replace(string bib, int point, ReadOnlySpan<ManualTime> times)
    {
        ManualTime[] sorted = [.. times.ToArray().Distinct().Order()];
        var points = _ofBib.GetValueOrDefault(bib);
        if (sorted.AsSpan().SequenceEqual(points?.GetValueOrDefault(point, []) ?? []))
        {
            return false;
        }

        if (sorted.Length > 0)
        {
            _ofBib[bib] = points ??= [];
            points[point] = sorted;
        }
        else if (points!.Remove(point) && points.Count == 0)
        {
            _ofBib.Remove(bib);
        }

        return true;
    }

    /// <summary>The times of a bib by point, in order; null when it has none.</summary>
    public IReadOnlyDictionary<int, ManualTime[]>? Of(string bib) => bib.Length > 0 ? _ofBib.GetValueOrDefault(bib) : null;

    /// <summary>A copy of all by bib and point; the arrays are never changed.</summary>
    public Dictionary<string, Dictionary<int, ManualTime[]>> Copy() =>
        _ofBib.ToDictionary(bib => bib.Key, bib => bib.Value.ToDictionary(), StringComparer.Ordinal);

    /// <summary>The same times, in a table of its own; the arrays are never changed.</summary>
    public ManualPassings Fork()
    {
        var fork = new ManualPassings();
        foreach (var (bib, points) in _ofBib)
        {
            fork._ofBib.Add(bib, new SortedDictionary<int, ManualTime[]>(points));
        }

        return fork;
    }

    /// <summary>Forgets all.</summary>
    public void Clear() => _ofBib.Clear();
}
