using RaceSystem.Timing.Core.Clocks;
using RaceSystem.Timing.Core.Reads;

namespace RaceSystem.Timing.Core.Passings;

/// <summary>
/// Reads to passings: a pure function of the set of reads, the clocks and roles of the devices and the point's rule
/// (invariant 3). Holds only scratch memory; not thread-safe.
/// </summary>
public sealed class PassingCalculator
{
    private static readonly PassingReaders ByMain = new(1, 0, 0);
    private static readonly PassingReaders ByBackup = new(0, 1, 0);
    private static readonly PassingReaders ByBoth = new(1, 1, 1);

    private readonly ReadCorrection _correction = new();
    private Read[] _deciding = new Read[16];

    /// <summary>Computes the passings of one chip at one point.</summary>
    /// <param name="reads">The set, ordered by device time, without duplicates.</param>
    /// <param name="devices">Clocks and roles by device index.</param>
    /// <param name="rule">The point's rule.</param>
    /// <param name="passings">Receives the passings, earliest first.</param>
    /// <param name="trace">Receives how they came about; null: nobody asks.</param>
    public void Compute(ReadOnlySpan<Read> reads, ReadOnlySpan<DeviceTiming> devices, in PassingRule rule, PassingBuffer passings, PassingTrace? trace = null)
    {
        ArgumentNullException.ThrowIfNull(passings);
        passings.Clear();
        var ordered = _correction.Apply(reads, devices, out var hasBackup);
        trace?.Begin(ordered);
        var deadTime = rule.DeadTime.Micros;
        var start = 0;
        for (var i = 1; i <= ordered.Length; i++)
        {
            if (i == ordered.Length || ordered[i].TimeMicros - ordered[i - 1].TimeMicros >= deadTime)
            {
                var crossing = ordered[start..i];
                var readers = ByMain;
                var deciding = hasBackup ? Deciding(crossing, devices, out readers) : crossing;
                var source = TimeSource.Of(deciding, rule.TimeRule);
                var passing = PassingOf(crossing, source.TimeMicros + rule.AntennaShift.Micros);
                var counts = rule.Counts(passing.TimeMicros);
                if (counts)
                {
                    passings.Add(passing, readers);
                }

                trace?.Add(start, passing, source, counts, leavesOutBackups: deciding.Length < crossing.Length);
                start = i;
            }
        }

        var dropped = passings.Trim();
        trace?.End(dropped);
    }

    private static Passing PassingOf(ReadOnlySpan<Read> reads, long timeMicros) =>
        new(timeMicros, reads[^1].TimeMicros - reads[0].TimeMicros, reads.Length, TimeSource.Strongest(reads).RssiDbm);

    /// <summary>The reads that may give the time: those of main devices, or all when there are none.</summary>
    private ReadOnlySpan<Read> Deciding(ReadOnlySpan<Read> reads, ReadOnlySpan<DeviceTiming> devices, out PassingReaders readers)
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

        readers = count == 0 ? ByBackup : count == reads.Length ? ByMain : ByBoth;
        return count == 0 ? reads : _deciding.AsSpan(0, count);
    }
}
