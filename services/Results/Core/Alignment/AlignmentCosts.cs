using System.Numerics;
using RaceSystem.Kernel;

namespace RaceSystem.Results.Core.Alignment;

/// <summary>
/// What an alignment costs, in hundredths of a nat: 100 for what happens once in e ≈ 2.7 times less often. Whole numbers
/// throughout, so that every machine decides the same. The values are judgements (ADR 0019), not fits.
/// </summary>
internal static class AlignmentCosts
{
    /// <summary>The start was not read: dense crowds hide chips.</summary>
    public const int MissedStart = 300;

    /// <summary>A later visit was not read: about one in fifty.</summary>
    public const int Missed = 400;

    /// <summary>The visit before was not read either: a bad chip or a mat that failed misses several.</summary>
    public const int MissedToo = 150;

    /// <summary>A passing before the last visit that is none: the wrong way, or a walk across the mat.</summary>
    public const int Stray = 300;

    /// <summary>A crossing of the start mat after the gun, before the first visit, that is not a start repeated.</summary>
    public const int StrayStart = 700;

    /// <summary>A passing after the last visit of a runner who has not finished.</summary>
    public const int StrayAfter = 700;

    /// <summary>The same at the finish mat: whoever cut the course still came in, and is listed for it.</summary>
    public const int StrayAtFinish = 1_100;

    /// <summary>The finish mat again, soon after the finish: leaving the stadium.</summary>
    public const int AgainSoon = 100;

    /// <summary>The finish mat again, long after the finish.</summary>
    public const int AgainLater = 250;

    /// <summary>A finish mat that is only the finish was crossed, but not as the finish.</summary>
    public const int FinishDropped = 3_000;

    /// <summary>Most that a change of pace may cost: people stop, so a true passing is hardly ever dropped for it.</summary>
    private const int MostOfChange = 600;

    private const int MostOfPace = 1_200;
    private const int MostOfDelay = 600;
    private const int Doubling = 1_024;
    private const int FreeChange = 200;
    private const int CostOfChange = 720;
    private const int CostOfPace = 800;
    private const long Second = Instant.MicrosPerSecond;
    private static readonly int FastestUsual = Log2(130_000);
    private static readonly int SlowestUsual = Log2(480_000);

    /// <summary>Until so long after the finish is soon.</summary>
    public const long SoonMicros = 1_800 * Second;

    /// <summary>A logarithm in 1/1024 of a doubling, linear between powers of two.</summary>
    public static int Log2(long value)
    {
        var high = BitOperations.Log2((ulong)value);
        var rest = value - (1L << high);
        return (high * Doubling) + (int)(high >= 10 ? rest >> (high - 10) : rest << (10 - high));
    }

    /// <summary>The pace of a leg, in Log2 of µs a metre: no less than, no more than. Half a minute or a sixteenth is no change of pace.</summary>
    public static (int Low, int High) PaceOf(long micros, long metres)
    {
        var slack = Math.Min(30 * Second, micros / 16);
        return (Log2(Math.Max(1, micros - slack)) - Log2(metres), Log2(micros + slack) - Log2(metres));
    }

    /// <summary>The pace from the gun to the first visit that was measured: it contains the way to the start line.</summary>
    public static (int Low, int High) PaceSinceGun(long micros, long metres)
    {
        var slack = Math.Min(600 * Second, micros / 2);
        return (Log2(Math.Max(1, micros - slack)) - Log2(metres), Log2(Math.Max(1, micros)) - Log2(metres));
    }

    /// <summary>How unusual a pace is: 130 to 480 s/km cost nothing.</summary>
    public static int OfPace(int low, int high)
    {
        var gap = Math.Max(low - SlowestUsual, FastestUsual - high);
        return gap <= 0 ? 0 : Math.Min(MostOfPace, gap * CostOfPace / Doubling);
    }

    /// <summary>How unusual a change of pace is from one leg to the next: a seventh more or less costs nothing.</summary>
    public static int OfChange(int low, int high, int nextLow, int nextHigh)
    {
        var gap = Math.Max(nextLow - high, low - nextHigh) - FreeChange;
        return gap <= 0 ? 0 : Math.Min(MostOfChange, gap * CostOfChange / Doubling);
    }

    /// <summary>What visits that follow each other and were not read cost.</summary>
    public static int OfMissed(int visits, bool withStart) => visits == 0 ? 0 : (withStart ? MissedStart : Missed) + ((visits - 1) * MissedToo);

    /// <summary>How unusual a late start is: two minutes cost nothing.</summary>
    public static int OfDelay(long micros)
    {
        var late = micros - (120 * Second);
        return late <= 0 ? 0 : (int)Math.Min(MostOfDelay, late / Second * 100 / 150);
    }
}
