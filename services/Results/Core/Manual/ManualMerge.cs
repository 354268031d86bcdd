using RaceSystem.Results.Core.Passings;

namespace RaceSystem.Results.Core.Manual;

/// <summary>
/// Brings the manual times of a runner at one point together with what the chips left there. An override takes the place of
/// the chips' passings within its window; a fallback counts where neither a chip nor an override has a passing within its
/// window; of manual times of one kind that lie within each other's window the earliest counts. A function of the two sets
/// alone (invariant 3).
/// </summary>
internal static class ManualMerge
{
    /// <summary>Changes the sorted passings of a runner.</summary>
    /// <param name="buffer">What the chips left, sorted and merged; stays sorted.</param>
    /// <param name="manual">The runner's manual times by point, each in order.</param>
    /// <param name="localOfPoint">Number on the course of a point; -1 for one that is not on it.</param>
    public static void Apply(PassingBuffer buffer, IReadOnlyDictionary<int, ManualTime[]> manual, ReadOnlySpan<int> localOfPoint)
    {
        foreach (var (point, times) in manual)
        {
            var local = point < localOfPoint.Length ? localOfPoint[point] : -1;
            if (local >= 0)
            {
                Apply(buffer, times, local);
            }
        }

        buffer.Sort();
    }

    private static void Apply(PassingBuffer buffer, ManualTime[] times, int local)
    {
        var overrides = Counting(times.Where(time => time.Overrides));
        var fallbacks = times.Where(time => !time.Overrides && !buffer.HasWithin(local, time.Micros, time.WindowMicros) && !overrides.Exists(other => time.Covers(other.Micros)));
        var added = overrides.Concat(Counting(fallbacks)).ToList();
        foreach (var time in times.Where(time => time.Overrides))
        {
            buffer.RemoveWithin(local, time.Micros, time.WindowMicros);
        }

        added.ForEach(time => buffer.Add(local, time.Micros));
    }

    private static List<ManualTime> Counting(IEnumerable<ManualTime> times)
    {
        var counting = new List<ManualTime>();
        foreach (var time in times)
        {
            if (!counting.Exists(earlier => time.Covers(earlier.Micros)))
            {
                counting.Add(time);
            }
        }

        return counting;
    }
}
