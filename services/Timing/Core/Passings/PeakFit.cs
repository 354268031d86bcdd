using System.Numerics;
using RaceSystem.Timing.Core.Reads;

namespace RaceSystem.Timing.Core.Passings;

/// <summary>
/// The moment of the strongest signal between the reads: vertex of the weighted least-squares parabola of signal strength
/// (dBm) over time. A read weighs the more the stronger it is, since weak ones come by reflection: 31 for the strongest, one
/// less a dB, at least 1. All sums and determinants are whole numbers, so that neither the order of the reads nor the machine
/// can change a microsecond.
/// </summary>
internal static class PeakFit
{
    /// <summary>Reads this far from the strongest are fitted; a chip that lingers beside the mat does not bend the peak.</summary>
    internal const long WindowMicros = 1_500_000;

    private const int LargestWeight = 31;

    /// <summary>
    /// False when there is no proper peak: fewer than three different times with a reported strength, a parabola that opens
    /// upwards, or a vertex outside of the fitted reads.
    /// </summary>
    internal static bool TryFit(ReadOnlySpan<Read> reads, in Read strongest, out long vertexMicros)
    {
        vertexMicros = 0;
        if (strongest.RssiDbm == 0)
        {
            return false;
        }

        var sums = new Sums();
        var (times, first, last) = (0, 0L, 0L);
        foreach (ref readonly var read in reads)
        {
            var time = read.TimeMicros - strongest.TimeMicros;
            if (read.RssiDbm == 0 || time < -WindowMicros || time > WindowMicros)
            {
                continue;
            }

            first = times == 0 ? time : first;
            times += times == 0 || time != last ? 1 : 0;
            last = time;
            sums.Add(time, read.RssiDbm, Math.Max(1, LargestWeight - (strongest.RssiDbm - read.RssiDbm)));
        }

        if (times < 3 || sums.Vertex() is not { } vertex || vertex < first || vertex > last)
        {
            return false;
        }

        vertexMicros = strongest.TimeMicros + (long)vertex;
        return true;
    }

    /// <summary>Weighted power sums; times stay below 2^21 µs, so that a million reads fit.</summary>
    private struct Sums
    {
        private Int128 _w, _wt, _wt2, _wt3, _wt4, _wy, _wty, _wt2y;

        internal void Add(long time, int strength, int weight)
        {
            Int128 w = weight, t = time;
            _w += w;
            _wt += w * t;
            _wt2 += w * t * t;
            _wt3 += w * t * t * t;
            _wt4 += w * t * t * t * t;
            _wy += w * strength;
            _wty += w * t * strength;
            _wt2y += w * t * t * strength;
        }

        /// <summary>Cramer's rule on the normal equations: −b/2a, to the nearest microsecond, a half upwards; null unless it opens downwards.</summary>
        internal readonly BigInteger? Vertex()
        {
            var a = Determinant(_wt2y, _wt3, _wt2, _wty, _wt2, _wt, _wy, _wt, _w);
            if (a.Sign >= 0)
            {
                // The system's own determinant is positive for three different times, so the sign is the parabola's.
                return null;
            }

            var b = Determinant(_wt4, _wt2y, _wt2, _wt3, _wty, _wt, _wt2, _wy, _w);
            return Floor(b - a, -2 * a);
        }

        private static BigInteger Determinant(BigInteger a, BigInteger b, BigInteger c, BigInteger d, BigInteger e, BigInteger f, BigInteger g, BigInteger h, BigInteger i) =>
            (a * ((e * i) - (f * h))) - (b * ((d * i) - (f * g))) + (c * ((d * h) - (e * g)));

        private static BigInteger Floor(BigInteger dividend, BigInteger divisor)
        {
            var quotient = BigInteger.DivRem(dividend, divisor, out var remainder);
            return remainder.Sign < 0 ? quotient - 1 : quotient;
        }
    }
}
