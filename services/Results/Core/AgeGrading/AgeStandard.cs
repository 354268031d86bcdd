namespace RaceSystem.Results.Core.AgeGrading;

/// <summary>The best time that can be expected of an age and sex over a distance: open standard divided by factor.</summary>
/// <param name="OpenSeconds">Best time that can be expected of anybody of that sex.</param>
/// <param name="Factor">What part of the open speed is expected of the age; at most 1.</param>
public readonly record struct AgeStandard(decimal OpenSeconds, decimal Factor)
{
    /// <summary>
    /// The standard in per cent of a time, rounded half away from zero to hundredths; the standard itself is not rounded.
    /// Null: nobody takes so little time.
    /// </summary>
    /// <param name="seconds">The exact time, not the one that is shown; more than 0.</param>
    public AgeGrade? GradeOf(decimal seconds)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(seconds);
        var time = Factor * seconds;
        return time * int.MaxValue <= OpenSeconds * 10_000m ? null : new AgeGrade((int)Math.Round(OpenSeconds * 10_000m / time, MidpointRounding.AwayFromZero));
    }
}
