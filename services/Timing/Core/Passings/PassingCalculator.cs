using RaceSystem.Timing.Core.Reads;

namespace RaceSystem.Timing.Core.Passings;

/// <summary>
/// Reads to passings: a pure function of the set of reads, the clock offsets of the devices and the point's rule
/// (invariant 3). Holds only scratch memory; not thread-safe.
/// </summary>
public sealed class PassingCalculator
{
    private Read[] _corrected = new Read[16];

    /// <summary>Computes the passings of one chip at one point.</summary>
    /// <param name="reads">The set, ordered by device time, without duplicates.</param>
    /// <param name="offsets">Microseconds to add to a device's time, by device index.</param>
    /// <param name="rule">The point's rule.</param>
    /// <param name="passings">Receives the passings, earliest first.</param>
    public void Compute(ReadOnlySpan<Read> reads, ReadOnlySpan<long> offsets, PassingRule rule, PassingBuffer passings)
    {
        passings.Clear();
        var ordered = Correct(reads, offsets);
        var start = 0;
        for (var i = 1; i <= ordered.Length; i++)
        {
            if (i == ordered.Length || ordered[i].TimeMicros - ordered[i - 1].TimeMicros >= rule.DeadTime.Micros)
            {
                passings.Add(PassingOf(ordered[start..i], rule.TimeRule));
                start = i;
            }
        }

        passings.Trim();
    }

    private static Passing PassingOf(ReadOnlySpan<Read> reads, TimeRule rule)
    {
        var strongest = reads[0];
        foreach (ref readonly var read in reads[1..])
        {
            if (read.RssiDbm != 0 && (strongest.RssiDbm == 0 || read.RssiDbm > strongest.RssiDbm))
            {
                strongest = read;
            }
        }

        var time = rule switch
        {
            TimeRule.Last => reads[^1].TimeMicros,
            TimeRule.Strongest => strongest.TimeMicros,
            _ => reads[0].TimeMicros,
        };
        return new Passing(time, reads[^1].TimeMicros - reads[0].TimeMicros, reads.Length, strongest.RssiDbm);
    }

    /// <summary>Applies the clock offsets; different ones may change the order, equal ones cannot.</summary>
    private ReadOnlySpan<Read> Correct(ReadOnlySpan<Read> reads, ReadOnlySpan<long> offsets)
    {
        if (reads.IsEmpty)
        {
            return reads;
        }

        var first = offsets[reads[0].Device];
        var same = true;
        foreach (ref readonly var read in reads)
        {
            same &= offsets[read.Device] == first;
        }

        if (same && first == 0)
        {
            return reads;
        }

        if (_corrected.Length < reads.Length)
        {
            _corrected = new Read[Math.Max(reads.Length, _corrected.Length * 2)];
        }

        var corrected = _corrected.AsSpan(0, reads.Length);
        for (var i = 0; i < reads.Length; i++)
        {
            corrected[i] = reads[i] with { TimeMicros = reads[i].TimeMicros + offsets[reads[i].Device] };
        }

        if (!same)
        {
            corrected.Sort(static (left, right) => left.CompareTo(right));
        }

        return corrected;
    }
}
