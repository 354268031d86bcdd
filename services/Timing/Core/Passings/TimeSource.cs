using RaceSystem.Timing.Core.Reads;

namespace RaceSystem.Timing.Core.Passings;

/// <summary>Where the time of a passing comes from: the deciding reads of a span, and of a strength where it matters.</summary>
/// <param name="TimeMicros">What they give, before the antenna's offset.</param>
/// <param name="Applied">The rule that was applied: a fitted peak without a proper one falls back to the strongest.</param>
/// <param name="FromMicros">Time of the first read that takes part.</param>
/// <param name="ToMicros">Time of the last one.</param>
/// <param name="RssiDbm">Strength of the strongest; 0 when none was reported.</param>
public readonly record struct TimeSource(long TimeMicros, TimeRule Applied, long FromMicros, long ToMicros, short RssiDbm)
{
    /// <summary>Applies a rule to the reads that may give the time.</summary>
    /// <param name="reads">One or more, in order.</param>
    /// <param name="rule">The point's rule.</param>
    internal static TimeSource Of(ReadOnlySpan<Read> reads, TimeRule rule)
    {
        switch (rule)
        {
            case TimeRule.Last:
                return At(reads[^1], rule);
            case TimeRule.Strongest:
                return At(Strongest(reads), rule);
            case TimeRule.FittedPeak:
                var strongest = Strongest(reads);
                return PeakFit.TryFit(reads, strongest, out var vertex)
                    ? new(vertex, rule, strongest.TimeMicros - PeakFit.WindowMicros, strongest.TimeMicros + PeakFit.WindowMicros, strongest.RssiDbm)
                    : At(strongest, TimeRule.Strongest);
            case TimeRule.First:
            default:
                return At(reads[0], rule);
        }
    }

    /// <summary>The earliest of the strongest; the first when no strength was reported.</summary>
    internal static Read Strongest(ReadOnlySpan<Read> reads)
    {
        var strongest = reads[0];
        foreach (ref readonly var read in reads[1..])
        {
            if (read.RssiDbm != 0 && (strongest.RssiDbm == 0 || read.RssiDbm > strongest.RssiDbm))
            {
                strongest = read;
            }
        }

        return strongest;
    }

    /// <summary>Whether a deciding read, with its true time, takes part in the time. Reads that are equal for the rule all do.</summary>
    public bool Includes(in Read read) =>
        read.TimeMicros >= FromMicros && read.TimeMicros <= ToMicros && Applied switch
        {
            TimeRule.Strongest => read.RssiDbm == RssiDbm,
            TimeRule.FittedPeak => read.RssiDbm != 0,
            _ => true,
        };

    private static TimeSource At(in Read read, TimeRule rule) => new(read.TimeMicros, rule, read.TimeMicros, read.TimeMicros, read.RssiDbm);
}
