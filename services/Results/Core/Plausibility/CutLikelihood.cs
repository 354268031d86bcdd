using RaceSystem.Results.Core.Statistics;

namespace RaceSystem.Results.Core.Plausibility;

/// <summary>
/// Weighs, for one stretch of one runner, "cut the course" against "was missed by the mats". A cut may begin anywhere and
/// be of any length (log-uniform); the mats inside it do not read the runner, the rest of the stretch is run as usual.
/// </summary>
internal sealed class CutLikelihood(double courseM)
{
    // Shorter ones gain less than a stop costs; the referee's inspectors see them, times do not.
    private const double ShortestCutM = 500;
    private const double LeastLeftM = 100;

    // Cuts are as likely to be 1 to 2 km long as 4 to 8, up to half of the course.
    private readonly double _logLengths = Math.Log(Math.Max(2, courseM / 2 / ShortestCutM));

    // One chip in two hundred is read half of the time only.
    private const double WeakChip = 0.005;
    private const double WeakMiss = 0.5;
    private const int MaxSteps = 400;
    private readonly double[] _weights = new double[MaxSteps];

    /// <summary>Metres: mean and 80 % interval of the cut that the last evaluation saw.</summary>
    public (double Mean, double Low, double High) Skipped { get; private set; }

    /// <summary>How likely what was read is for an honest runner: misses of the whole run, and the stretch's residual.</summary>
    /// <param name="logReads">Logarithm of the probability of all the runner's reads and misses.</param>
    /// <param name="crossings">Number of them.</param>
    /// <param name="density">Of the stretch's residual.</param>
    public static double Honest(double logReads, int crossings, double density) =>
        (((1 - WeakChip) * Math.Exp(logReads)) + (WeakChip * Math.Pow(WeakMiss, crossings))) * density;

    /// <summary>How likely it is for a runner who cut somewhere, on this stretch; all stretches of a course sum up.</summary>
    /// <param name="logReads">Of all the runner's reads and misses but the misses on the stretch.</param>
    /// <param name="crossings">Number of reads and misses of the whole run.</param>
    /// <param name="fromM">Where the stretch begins.</param>
    /// <param name="toM">Where it ends.</param>
    /// <param name="mats">Mats on it that did not read the runner: metres, and probability of a miss.</param>
    /// <param name="norm">Of the residual.</param>
    /// <param name="residual">The runner's.</param>
    public double Cut(double logReads, int crossings, double fromM, double toM, ReadOnlySpan<(double M, double Miss)> mats, SplitStudent norm, double residual)
    {
        var length = toM - fromM;
        var step = Math.Max(ShortestCutM / 2, length / MaxSteps);
        var reads = (1 - WeakChip) * Math.Exp(logReads);
        var sum = 0.0;
        var steps = 0;
        for (var cut = ShortestCutM; cut <= length - LeastLeftM && steps < MaxSteps; cut += step)
        {
            var density = norm.Density(residual - Math.Log((length - cut) / length)) * step / (cut * _logLengths);
            var places = 0.0;
            for (var begin = fromM; begin + cut <= toM + (step / 2); begin += step)
            {
                places += Reads(reads, crossings, mats, begin, begin + cut);
            }

            sum += _weights[steps++] = density * places * step / Math.Max(step, courseM - cut);
        }

        Summarize(steps, step, sum);
        return sum;
    }

    private static double Reads(double strong, int crossings, ReadOnlySpan<(double M, double Miss)> mats, double begin, double end)
    {
        var skipped = 0;
        foreach (var (metres, miss) in mats)
        {
            if (metres >= begin && metres <= end)
            {
                skipped++;
            }
            else
            {
                strong *= miss;
            }
        }

        return strong + (WeakChip * Math.Pow(WeakMiss, crossings - skipped));
    }

    private void Summarize(int steps, double step, double sum)
    {
        var (mean, low, high, below) = (0.0, 0.0, 0.0, 0.0);
        for (var i = 0; i < steps && sum > 0; i++)
        {
            var cut = ShortestCutM + (i * step);
            var after = below + (_weights[i] / sum);
            mean += cut * _weights[i] / sum;
            low = below < 0.1 ? cut : low;
            high = below < 0.9 ? cut : high;
            below = after;
        }

        Skipped = (mean, low, high);
    }
}
