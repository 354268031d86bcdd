namespace RaceSystem.Timing.Core.Clocks;

/// <summary>A correction of a device's clock over a range of its times: an offset that grows with a drift.</summary>
/// <param name="CorrectionId">Unique in the meet; for explanations.</param>
/// <param name="FromMicros">First device time it is for.</param>
/// <param name="ToMicros">Device time from which it is not for any more; the largest long: no end.</param>
/// <param name="OffsetMicros">Added to the device time at the reference.</param>
/// <param name="ReferenceMicros">Device time at which the offset holds.</param>
/// <param name="DriftPpb">Growth of the offset, billionths of the device time since the reference.</param>
public readonly record struct ClockCorrection(
    string CorrectionId,
    long FromMicros,
    long ToMicros,
    long OffsetMicros,
    long ReferenceMicros,
    long DriftPpb)
{
    private const long Billion = 1_000_000_000;

    /// <summary>Whether a device time lies in its range.</summary>
    public bool Holds(long deviceMicros) => deviceMicros >= FromMicros && deviceMicros < ToMicros;

    /// <summary>
    /// What it adds to a device time of its range, in whole microseconds: the drift is rounded to the nearest one, a half
    /// upwards. Exact: drift times decades does not fit into a long.
    /// </summary>
    public long At(long deviceMicros)
    {
        if (DriftPpb == 0)
        {
            return OffsetMicros;
        }

        var (quotient, remainder) = Int128.DivRem(((Int128)deviceMicros - ReferenceMicros) * DriftPpb, Billion);
        var twice = remainder * 2;
        return (long)(OffsetMicros + quotient + (twice >= Billion ? 1 : twice < -Billion ? -1 : 0));
    }
}
