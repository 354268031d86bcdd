using System.Runtime.InteropServices;

namespace RaceSystem.Results.Core.Live.Prediction;

/// <summary>
/// How the field of the day does against the regression: the quantiles of those who have run the part already,
/// for bands of pace and those beside them, each drawn towards what was known before by a fixed number of runners.
/// </summary>
internal sealed class FieldQuantiles
{
    /// <summary>The prior counts as so many runners of the field.</summary>
    private const double PriorRunners = 60;

    /// <summary>Courses, weather and fields differ: one spread by which a whole race may be off, in logarithms of pace.</summary>
    private const double RaceSpread = 0.03;

    /// <summary>The 90 % point of the standard normal distribution.</summary>
    private const double NormalHigh = 1.2816;

    private const double BandWidth = 0.1;
    private const double FirstBand = -0.6;
    private const int Bands = 14;

    /// <summary>How much a runner tells of another whose pace is so many bands away: the first who finish run otherwise than the last.</summary>
    private static readonly double[] Likeness = [.. Enumerable.Range(0, Bands).Select(bands => bands > 2 ? 0 : Math.Exp(-0.5 * bands * bands))];

    private readonly List<(double Residual, int Band)> _residuals = [];
    private readonly PaceQuantiles[] _quantiles = new PaceQuantiles[Bands];
    private readonly PaceQuantiles _prior;

    public FieldQuantiles(PacePrior prior)
    {
        var (low, middle, high) = prior.Quantiles;
        var race = NormalHigh * RaceSpread / Math.Exp(prior.Spread.Constant);
        _prior = new PaceQuantiles(middle - double.Hypot(middle - low, race), middle, middle + double.Hypot(high - middle, race));
    }

    /// <summary>Takes a runner who has run the part.</summary>
    public void Add(double pace, double residual) => _residuals.Add((residual, BandOf(pace)));

    /// <summary>Works out the quantiles; nothing is added afterwards.</summary>
    public void Settle()
    {
        _residuals.Sort((left, right) => left.Residual.CompareTo(right.Residual));
        var sorted = CollectionsMarshal.AsSpan(_residuals);
        for (var band = 0; band < Bands; band++)
        {
            _quantiles[band] = Drawn(sorted, band);
        }
    }

    /// <summary>For a runner of this pace so far; between the middles of two bands in proportion.</summary>
    public PaceQuantiles Of(double pace)
    {
        var position = Math.Clamp(((pace - FirstBand) / BandWidth) - 0.5, 0, Bands - 1);
        var band = Math.Min((int)position, Bands - 2);
        return _quantiles[band].Towards(_quantiles[band + 1], position - band);
    }

    private static int BandOf(double pace) => Math.Clamp((int)((pace - FirstBand) / BandWidth), 0, Bands - 1);

    private PaceQuantiles Drawn(ReadOnlySpan<(double Residual, int Band)> sorted, int band)
    {
        var all = 0.0;
        foreach (var (_, other) in sorted)
        {
            all += Likeness[Math.Abs(band - other)];
        }

        if (all == 0)
        {
            return _prior;
        }

        Span<double> points = [0.1 * all, 0.5 * all, 0.9 * all];
        Span<double> found = stackalloc double[3];
        var (below, point) = (0.0, 0);
        foreach (var (residual, other) in sorted)
        {
            below += Likeness[Math.Abs(band - other)];
            for (; point < found.Length && below >= points[point]; point++)
            {
                found[point] = residual;
            }
        }

        return _prior.Towards(new PaceQuantiles(found[0], found[1], found[2]), all / (all + PriorRunners));
    }
}
