namespace RaceSystem.Timing.Core.Clocks;

/// <summary>
/// A device's clock from sync exchanges. As NTP does (RFC 5905, clock filter) the exchange with the shortest way counts most: of each stretch of
/// time the fastest one is kept, since a queue on the way only ever adds, and a comparison is wrong by at most half of its round trip. Pure.
/// </summary>
public static class SyncEstimator
{
    /// <summary>Stretches of time of which the fastest exchange is kept.</summary>
    private const int MostStretches = 64;

    /// <summary>Exchanges a stretch at least, so that there is something to choose from.</summary>
    private const int FewestAStretch = 4;

    /// <summary>What a device that tells by itself may be late by, as a standard deviation, where nothing better is known.</summary>
    private const double UnknownDelayMicros = 50_000;

    /// <summary>Estimates, or gives null when there are too few exchanges.</summary>
    /// <param name="exchanges">The exchanges, in any order.</param>
    /// <param name="current">
    /// Device time to time as the device is corrected now; the estimate comes on top of it. The device's own time when left out.
    /// </param>
    public static ClockEstimate? Estimate(IReadOnlyList<SyncExchange> exchanges, Func<long, long>? current = null)
    {
        ArgumentNullException.ThrowIfNull(exchanges);
        current ??= static time => time;
        if (exchanges.Count < ClockEstimator.MinPairs)
        {
            return null;
        }

        // Both ways measured beat one; the two kinds are not mixed.
        SyncExchange[] measured = [.. exchanges.Where(exchange => exchange.RoundTripMicros > 0)];
        var chosen = Fastest(measured.Length >= ClockEstimator.MinPairs ? measured : [.. exchanges]);
        var pairs = chosen.Select(exchange => new ClockPair(exchange.DeviceMicros, exchange.ReferenceMicros - current(exchange.DeviceMicros))).ToList();
        if (ClockEstimator.Estimate(pairs) is not { } estimate)
        {
            return null;
        }

        // A way that takes longer in one direction shifts all alike, which no scatter shows: uniform within half a round trip.
        var typical = chosen.Select(exchange => (double)exchange.RoundTripMicros).Order().ElementAt(chosen.Count / 2);
        var systematic = typical > 0 ? typical / 2 / Math.Sqrt(3) : UnknownDelayMicros;
        var error = Math.Sqrt((systematic * systematic) + ((double)estimate.OffsetErrorMicros * estimate.OffsetErrorMicros));
        return estimate with { PairCount = exchanges.Count, OffsetErrorMicros = (long)Math.Ceiling(error) };
    }

    private static List<SyncExchange> Fastest(SyncExchange[] exchanges)
    {
        SyncExchange[] ordered = [.. exchanges.OrderBy(e => e.DeviceMicros).ThenBy(e => e.RoundTripMicros).ThenBy(e => e.ReferenceMicros)];
        var stretches = Math.Clamp(ordered.Length / FewestAStretch, ClockEstimator.MinPairs, MostStretches);
        var chosen = new List<SyncExchange>(stretches);
        for (var i = 0; i < stretches; i++)
        {
            var from = (int)((long)i * ordered.Length / stretches);
            var to = (int)((long)(i + 1) * ordered.Length / stretches);
            chosen.Add(ordered[from..to].OrderBy(e => e.RoundTripMicros).ThenBy(e => e.ReferenceMicros - e.DeviceMicros).First());
        }

        return chosen;
    }
}
