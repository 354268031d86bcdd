using RaceSystem.Results.Core.Statistics;

namespace RaceSystem.Results.Core.Live.Prediction;

/// <summary>The 10, 50 and 90 % points of how runners do against the regression, in units of <see cref="PacePrior"/>'s spread.</summary>
internal readonly record struct PaceQuantiles(double Low, double Middle, double High)
{
    /// <summary>The 90 % point of the standard logistic distribution.</summary>
    private static readonly double LogisticHigh = Math.Log(9);

    /// <summary>Part of the distance to another, 0: this one.</summary>
    public PaceQuantiles Towards(PaceQuantiles other, double share) =>
        new(Low + (share * (other.Low - Low)), Middle + (share * (other.Middle - Middle)), High + (share * (other.High - High)));

    /// <summary>Probability of being at or below a value: logistic on each side of the middle, because its tails are those of people who begin to walk.</summary>
    public double ProbabilityOf(double value) => Logistic.Probability((value - Middle) / ScaleOf(value > Middle));

    /// <summary>The value below which a share of the runners is.</summary>
    public double At(double probability) => Middle + (ScaleOf(probability > 0.5) * Logistic.LogOdds(probability));

    private double ScaleOf(bool above) => Math.Max(above ? High - Middle : Middle - Low, 0.05) / LogisticHigh;
}
