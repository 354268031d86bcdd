using RaceSystem.Timing.Core.Clocks;
using RaceSystem.Timing.Core.Reads;

namespace RaceSystem.Timing.Core.Passings;

/// <summary>
/// Reads to passings: a pure function of the set of reads, the clocks of the devices and the point's rule
/// (invariant 3). Holds only scratch memory; not thread-safe.
/// </summary>
public sealed class PassingCalculator
{
    private readonly ReadCorrection _correction = new();
    private Read[] _deciding = new Read[16];

    /// <summary>Computes the passings of one chip at one point.</summary>
    /// <param name="reads">The set, ordered by device time, without duplicates.</param>
    /// <param name="devices">Clocks and roles by device index.</param>
    /// <param name="rule">The point's rule.</param>
    /// <param name="passings">Receives the passings, earliest first.</param>
    public void Compute(ReadOnlySpan<Read> reads, ReadOnlySpan<DeviceTiming> devices, PassingRule rule, PassingBuffer passings)
    {
        passings.Clear();
        var ordered = _correction.Apply(reads, devices, out var hasBackup);
        var start = 0;
        for (var i = 1; i <= ordered.Length; i++)
        {
            if (i == ordered.Length || ordered[i].TimeMicros - ordered[i - 1].TimeMicros >= rule.DeadTime.Micros)
            {
                var passing = PassingOf(ordered[start..i], hasBackup ? devices : default, rule);
                if (rule.Counts(passing.TimeMicros))
                {
                    passings.Add(passing);
                }

                start = i;
            }
        }

        passings.Trim();
    }

    private Passing PassingOf(ReadOnlySpan<Read> reads, ReadOnlySpan<DeviceTiming> devices, in PassingRule rule)
    {
        var strongest = StrongestOf(reads);
        var time = TimeOf(devices.IsEmpty ? reads : Deciding(reads, devices), rule.TimeRule);
        return new Passing(time + rule.AntennaShift.Micros, reads[^1].TimeMicros - reads[0].TimeMicros, reads.Length, strongest.RssiDbm);
    }

    private static long TimeOf(ReadOnlySpan<Read> reads, TimeRule rule) => rule switch
    {
        TimeRule.Last => reads[^1].TimeMicros,
        TimeRule.Strongest or TimeRule.FittedPeak => StrongestOf(reads).TimeMicros,
        _ => reads[0].TimeMicros,
    };

    /// <summary>The earliest of the strongest; the first when no strength was reported.</summary>
    private static Read StrongestOf(ReadOnlySpan<Read> reads)
    {
        var strongest = reads[0];
        foreach (ref readonly var read in reads[1..])
        {
            if (read.RssiDbm != 0 && (strongest.RssiDbm == 0 || read.RssiDbm > strongest.RssiDbm))
            {
                strongest = read;
            }
        }

        return strongest;
    }

    /// <summary>The reads that may give the time: those of main devices, or all when there are none.</summary>
    private ReadOnlySpan<Read> Deciding(ReadOnlySpan<Read> reads, ReadOnlySpan<DeviceTiming> devices)
    {
        if (_deciding.Length < reads.Length)
        {
            _deciding = new Read[Math.Max(reads.Length, _deciding.Length * 2)];
        }

        var count = 0;
        foreach (ref readonly var read in reads)
        {
            if (!devices[read.Device].IsBackup)
            {
                _deciding[count++] = read;
            }
        }

        return count == 0 ? reads : _deciding.AsSpan(0, count);
    }
}
