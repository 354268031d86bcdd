using RaceSystem.Timing.Core.Reads;

namespace RaceSystem.Timing.Core.Clocks;

/// <summary>Cuts the reads of one chip at one point into the crossings that one device saw. Pure.</summary>
public static class CrossingFinder
{
    /// <summary>Who lingers at the line longer than this does not tell when he crossed it.</summary>
    public const long LongestMicros = 10_000_000;

    /// <summary>Crossings of a chip that are looked at: the earliest. Who has more of them lives beside the mat.</summary>
    public const int MostCrossings = 24;

    /// <summary>Adds what a device saw, earliest first.</summary>
    /// <param name="reads">The reads of the chip, ordered by device time; those of other devices are passed over.</param>
    /// <param name="device">The device.</param>
    /// <param name="correct">Brings a device time to the clock that is wanted; null leaves a read out.</param>
    /// <param name="quietMicros">Silence that ends a crossing.</param>
    /// <param name="crossings">Receives them.</param>
    public static void Find(ReadOnlySpan<Read> reads, int device, Func<long, long?> correct, long quietMicros, ICollection<Crossing> crossings)
    {
        ArgumentNullException.ThrowIfNull(correct);
        ArgumentNullException.ThrowIfNull(crossings);
        var found = 0;
        var (first, last, sum, count, strongest, peak) = (0L, 0L, 0L, 0, 0L, (short)0);
        foreach (ref readonly var read in reads)
        {
            if (read.Device != device || correct(read.TimeMicros) is not { } time)
            {
                continue;
            }

            if (count > 0 && time - last >= quietMicros)
            {
                Close();
            }

            if (count == 0)
            {
                (first, sum, strongest, peak) = (time, 0, time, read.RssiDbm);
            }
            else if (read.RssiDbm != 0 && (peak == 0 || read.RssiDbm > peak))
            {
                (strongest, peak) = (time, read.RssiDbm);
            }

            (last, sum, count) = (time, sum + (time - first), count + 1);
        }

        Close();

        void Close()
        {
            if (count > 0 && found < MostCrossings && last - first <= LongestMicros)
            {
                var mean = first + (sum / count);
                crossings.Add(new Crossing(first, last, mean, peak == 0 ? mean : strongest, count));
                found++;
            }

            count = 0;
        }
    }
}
