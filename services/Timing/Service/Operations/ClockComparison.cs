using RaceSystem.Kernel;
using RaceSystem.Timing.Core.Clocks;
using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.Service.Operations;

/// <summary>The most exact comparison of a device's clock with its agent's in a report.</summary>
/// <param name="Offset">True minus device clock.</param>
/// <param name="Error">Half of the way from question to answer; zero where the decoder told by itself, which says nothing.</param>
internal readonly record struct ClockComparison(Elapsed Offset, Elapsed Error)
{
    /// <summary>The one with the shortest way to the answer; of those that a decoder told by itself the one that was under way least.</summary>
    internal static ClockComparison? BestOf(DeviceReport report)
    {
        ClockSample? best = null;
        foreach (var sample in report.ClockSamples)
        {
            best = best is null || IsBetter(sample, best) ? sample : best;
        }

        return best is null ? null : new ClockComparison(new Elapsed(best.AgentTimeUs - best.DeviceTimeUs), new Elapsed(best.RoundTripUs / 2));
    }

    /// <summary>What a clock's settings and corrections add at a true time.</summary>
    internal static long AppliedAt(DeviceClock clock, Instant now)
    {
        var device = now.Micros - clock.Offset.Micros;
        return clock.Correct(device) - device;
    }

    private static bool IsBetter(ClockSample sample, ClockSample best) =>
        (sample.RoundTripUs > 0, best.RoundTripUs > 0) switch
        {
            (true, true) => sample.RoundTripUs <= best.RoundTripUs,
            (false, false) => sample.AgentTimeUs - sample.DeviceTimeUs <= best.AgentTimeUs - best.DeviceTimeUs,
            (var isAnswer, _) => isAnswer,
        };
}
