namespace RaceSystem.Timing.Core.Clocks;

/// <summary>
/// Offset and drift of a clock from pairs of times, where up to two of five pairs may be wrong altogether: a line by
/// repeated medians (Siegel 1982, half of the pairs may be wrong), narrowed by least trimmed squares (Rousseeuw 1984), and
/// at last weighted least squares over the pairs that agree with it. Depends on the set of pairs alone. Pure.
/// </summary>
public static class ClockEstimator
{
    /// <summary>Fewer pairs say nothing.</summary>
    public const int MinPairs = 5;

    /// <summary>
    /// Standard deviation of the drift of clocks in general, parts a million: cheap quartz keeps within 100. It decides only where
    /// the pairs cannot, because they lie close together in time.
    /// </summary>
    private const double UsualDriftPpm = 50;

    /// <summary>Estimates, or gives null when fewer than <see cref="MinPairs"/> are there or agree.</summary>
    public static ClockEstimate? Estimate(IReadOnlyList<ClockPair> pairs)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        if (pairs.Count < MinPairs)
        {
            return null;
        }

        ClockPair[] ordered = [.. pairs.OrderBy(pair => pair.DeviceMicros).ThenBy(pair => pair.OffsetMicros).ThenBy(pair => pair.Weight)];

        // Differences are small enough for a double to hold them exactly; times and offsets since 1970 are not.
        var (timeBase, offsetBase) = (ordered[0].DeviceMicros, ordered[ordered.Length / 2].OffsetMicros);
        var seconds = Array.ConvertAll(ordered, pair => (pair.DeviceMicros - timeBase) / 1e6);
        var micros = Array.ConvertAll(ordered, pair => (double)(pair.OffsetMicros - offsetBase));
        var weights = Array.ConvertAll(ordered, pair => pair.Weight);
        if (RobustLine.Fit(seconds, micros, weights, UsualDriftPpm) is not { } line || line.InlierCount < MinPairs)
        {
            return null;
        }

        return new ClockEstimate(
            timeBase + (long)Math.Round(line.Centre * 1e6),
            offsetBase + (long)Math.Round(line.Level),
            (long)Math.Round(line.Slope * 1e3),
            (long)Math.Ceiling(line.LevelError),
            (long)Math.Ceiling(line.SlopeError * 1e3),
            ordered.Length,
            line.InlierCount,
            (long)Math.Ceiling(line.Scatter),
            ordered[line.First].DeviceMicros,
            ordered[line.Last].DeviceMicros);
    }
}
