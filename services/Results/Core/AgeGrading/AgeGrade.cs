using System.Globalization;

namespace RaceSystem.Results.Core.AgeGrading;

/// <summary>How good a time is for the runner's age and sex: the standard of that age in per cent of the time.</summary>
/// <param name="Hundredths">Hundredths of a per cent: 8321 is 83.21 %.</param>
public readonly record struct AgeGrade(int Hundredths)
{
    /// <summary>Per cent with two decimals, for example <c>83.21</c>.</summary>
    public override string ToString() => (Hundredths / 100m).ToString("0.00", CultureInfo.InvariantCulture);
}
