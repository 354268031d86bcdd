namespace RaceSystem.Results.Core.Statistics;

/// <summary>Between probabilities and the logarithms of their odds.</summary>
internal static class Logistic
{
    /// <summary>The probability with these log odds: the distribution function of the standard logistic.</summary>
    public static double Probability(double logOdds) => 1 / (1 + Math.Exp(-logOdds));

    /// <summary>The log odds of a probability between 0 and 1: the quantile of the standard logistic.</summary>
    public static double LogOdds(double probability) => Math.Log(probability / (1 - probability));
}
