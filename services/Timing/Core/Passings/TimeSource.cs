using RaceSystem.Timing.Core.Reads;

namespace RaceSystem.Timing.Core.Passings;

/// <summary>Where the time of a passing comes from: the deciding reads of a span, and of a strength where it matters.</summary>
/// <param name="TimeMicros">What they give, before the antenna's offset.</param>
/// <param name="Applied">The rule that was applied: a fitted peak without a proper one falls back to the strongest.</param>
/// <param name="ReadMicros">Time of the read that gives it, or of the one that the peak was fitted around.</param>
/// <param name="RssiDbm">Strength of the strongest; 0 when none was reported.</param>
public readonly record struct TimeSource(long TimeMicros, TimeRule Applied, long ReadMicros, short RssiDbm)
{
    /// <summary>Applies a rule to the reads that may give the time.</summary>
    /// <param name="reads">One or more, in order.</param>
    /// <param name="rule">The point's rule.</param>
    internal static TimeSource Of(ReadOnlySpan<Read> reads, TimeRule rule) => rule switch
    {
        TimeRule.Last => At(reads[^1], rule),
        TimeRule.Strongest => At(Strongest(reads), rule),
        TimeRule.FittedPeak => Fitted(reads),
        _ => At(reads[0], rule),
    };

    private static TimeSource Fitted(ReadOnlySpan<Read> reads)
    {
        ref readonly var strongest = ref Strongest(reads);
        return PeakFit.TryFit(reads, strongest, out var vertex)
            ? new(vertex, TimeRule.FittedPeak, strongest.TimeMicros, strongest.RssiDbm)
            : At(strongest, TimeRule.Strongest);
    }

    /// <summary>The earliest of the strongest; the first when no strength was reported.</summary>
    internal static ref readonly Read Strongest(ReadOnlySpan<Read> reads)
    {
        var best = 0;
        for (var i = 1; i < reads.Length; i++)
        {
            var strength = reads[i].RssiDbm;
            if (strength != 0 && (strength > reads[best].RssiDbm || reads[best].RssiDbm == 0))
            {
                best = i;
            }
        }

        return ref reads[best];
    }

    /// <summary>Whether a deciding read, with its true time, takes part in the time. Reads that are equal for the rule all do.</summary>
    public bool Includes(in Read read) => Applied switch
    {
        TimeRule.FittedPeak => read.RssiDbm != 0 && Math.Abs(read.TimeMicros - ReadMicros) <= PeakFit.WindowMicros,
        TimeRule.Strongest => read.TimeMicros == ReadMicros && read.RssiDbm == RssiDbm,
        _ => read.TimeMicros == ReadMicros,
    };

    private static TimeSource At(in Read read, TimeRule rule) => new(read.TimeMicros, rule, read.TimeMicros, read.RssiDbm);
}
