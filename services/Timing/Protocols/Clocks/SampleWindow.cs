namespace RaceSystem.Timing.Protocols.Clocks;

/// <summary>The last sync exchanges of a device and what they agree on. Bounded; not thread-safe.</summary>
internal sealed class SampleWindow
{
    private const int Most = 8;
    private const int Fewest = 3;

    /// <summary>What a decoder that tells by itself may be late by.</summary>
    private const long UnknownDelayMicros = 5_000_000;

    private readonly Queue<ClockSample> _samples = new();

    internal void Add(ClockSample sample)
    {
        _samples.Enqueue(sample);
        if (_samples.Count > Most)
        {
            _samples.Dequeue();
        }
    }

    /// <summary>
    /// Our clock minus the decoder's by the exchange with the shortest way; null while fewer than three of those since a moment agree with
    /// it within what their ways can make. After the clock was set that is so until the newer ones are the most.
    /// </summary>
    internal (long OffsetMicros, long ErrorMicros, int Count)? OffsetAt(long sinceMicros)
    {
        var recent = _samples.Where(sample => sample.AgentMicros >= sinceMicros).ToList();
        if (recent.Count < Fewest)
        {
            return null;
        }

        // The newest three, with the best of them as their speaker.
        var speaker = recent.TakeLast(Fewest).MinBy(ErrorOf);
        var offset = OffsetOf(speaker);
        var agreeing = recent.Where(sample => Math.Abs(OffsetOf(sample) - offset) <= ErrorOf(sample) + ErrorOf(speaker)).ToList();
        return agreeing.Count >= Fewest ? (offset, ErrorOf(speaker), agreeing.Count) : null;
    }

    private static long OffsetOf(ClockSample sample) => sample.AgentMicros - sample.DeviceMicros;

    /// <summary>Half of the round trip, and a quarter of a second for what drifts or is rounded.</summary>
    private static long ErrorOf(ClockSample sample) => 250_000 + (sample.RoundTripMicros > 0 ? sample.RoundTripMicros / 2 : UnknownDelayMicros);
}
