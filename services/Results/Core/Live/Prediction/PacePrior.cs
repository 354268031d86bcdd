namespace RaceSystem.Results.Core.Live.Prediction;

/// <summary>
/// A regression fitted at one fraction of a course: the logarithm of the pace to come over the pace so far, from pace and
/// slowing, and how far runners are from it. Constants between two fits are interpolated.
/// </summary>
/// <param name="Fraction">Of the course that is run.</param>
/// <param name="Target">Of the course at which the runner is predicted.</param>
/// <param name="Ratio">Constant, pace, slowing, and slowing where it is above zero.</param>
/// <param name="Spread">Of the logarithm of the spread: constant, pace, slowing.</param>
/// <param name="Quantiles">Of the residuals over the spread.</param>
internal sealed record PacePrior(double Fraction, double Target, RatioWeights Ratio, SpreadWeights Spread, PaceQuantiles Quantiles)
{
    /// <summary>The expected logarithm of the ratio.</summary>
    public double RatioOf(RunnerForm form) =>
        Ratio.Constant + (Ratio.Pace * form.Pace) + (Ratio.Slowing * form.Slowing) + (Ratio.Fading * Math.Max(form.Slowing, 0));

    /// <summary>The unit of the quantiles. Beyond slowings that the fit saw often it does not grow further.</summary>
    public double SpreadOf(RunnerForm form) =>
        Math.Exp(Spread.Constant + (Spread.Pace * form.Pace) + (Spread.Slowing * Math.Clamp(form.Slowing, -0.1, 0.2)));

    /// <summary>Part of the way to another, 0: this one.</summary>
    public PacePrior Towards(PacePrior other, double share)
    {
        double Mix(double from, double to) => from + (share * (to - from));
        return new PacePrior(
            Mix(Fraction, other.Fraction),
            Mix(Target, other.Target),
            new RatioWeights(Mix(Ratio.Constant, other.Ratio.Constant), Mix(Ratio.Pace, other.Ratio.Pace), Mix(Ratio.Slowing, other.Ratio.Slowing), Mix(Ratio.Fading, other.Ratio.Fading)),
            new SpreadWeights(Mix(Spread.Constant, other.Spread.Constant), Mix(Spread.Pace, other.Spread.Pace), Mix(Spread.Slowing, other.Spread.Slowing)),
            Quantiles.Towards(other.Quantiles, share));
    }
}

/// <summary>Weights of the expected logarithm of the pace to come over the pace so far.</summary>
internal readonly record struct RatioWeights(double Constant, double Pace, double Slowing, double Fading);

/// <summary>Weights of the logarithm of the spread.</summary>
internal readonly record struct SpreadWeights(double Constant, double Pace, double Slowing);
