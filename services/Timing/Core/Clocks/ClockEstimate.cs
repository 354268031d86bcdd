namespace RaceSystem.Timing.Core.Clocks;

/// <summary>How far a clock is off: offset at a moment, drift, and how well both are known. The offset is what must be added.</summary>
/// <param name="ReferenceMicros">Device time at which the offset is best known: about the middle of the pairs.</param>
/// <param name="OffsetMicros">To add to the device time then.</param>
/// <param name="DriftPpb">Change of the offset in billionths of the device time since the reference.</param>
/// <param name="OffsetErrorMicros">Standard error of the offset at the reference.</param>
/// <param name="DriftErrorPpb">Standard error of the drift.</param>
/// <param name="PairCount">Pairs that were there.</param>
/// <param name="InlierCount">Pairs that agree with the line; the others were left out.</param>
/// <param name="ScatterMicros">Standard deviation of one agreeing pair about the line.</param>
/// <param name="FromMicros">First device time of the agreeing pairs.</param>
/// <param name="ToMicros">Last device time of them.</param>
public readonly record struct ClockEstimate(
    long ReferenceMicros,
    long OffsetMicros,
    long DriftPpb,
    long OffsetErrorMicros,
    long DriftErrorPpb,
    int PairCount,
    int InlierCount,
    long ScatterMicros,
    long FromMicros,
    long ToMicros)
{
    private const double Billion = 1_000_000_000;

    /// <summary>What to add at a device time.</summary>
    public long OffsetAt(long deviceMicros) => OffsetMicros + (long)Math.Round(DriftPpb / Billion * (deviceMicros - ReferenceMicros));

    /// <summary>Standard error of <see cref="OffsetAt"/>: grows with the distance from the reference.</summary>
    public double ErrorAt(long deviceMicros)
    {
        var byDrift = DriftErrorPpb / Billion * (deviceMicros - ReferenceMicros);
        return Math.Sqrt(((double)OffsetErrorMicros * OffsetErrorMicros) + (byDrift * byDrift));
    }

    /// <summary>The largest standard error between the first and the last pair.</summary>
    public double LargestError => Math.Max(ErrorAt(FromMicros), ErrorAt(ToMicros));
}
