using RaceSystem.Kernel;

namespace RaceSystem.Timing.Protocols.Clocks;

/// <summary>
/// Asks a decoder for its time and makes a sample of the answer. A clock that is shown in steps stands on average half a
/// step later than it shows; the step counts to the round trip, as uncertainty. Not thread-safe.
/// </summary>
/// <param name="clock">Ours.</param>
/// <param name="resolutionMicros">Step in which the decoder shows its clock.</param>
internal sealed class ClockQuestion(TimeProvider clock, long resolutionMicros)
{
    private long _asked = -1;

    /// <summary>The question goes out now; an answer that did not come is given up.</summary>
    public void Ask() => _asked = clock.GetTimestamp();

    /// <summary>The answer came; null when nothing was asked.</summary>
    public ClockSample? Answer(long deviceMicros)
    {
        if (_asked < 0)
        {
            return null;
        }

        var roundTrip = clock.GetElapsedTime(_asked);
        _asked = -1;
        var halfWay = Instant.From(clock.GetUtcNow() - (roundTrip / 2)).Micros;
        return new ClockSample(deviceMicros + (resolutionMicros / 2), halfWay, (roundTrip.Ticks / TimeSpan.TicksPerMicrosecond) + resolutionMicros);
    }
}
