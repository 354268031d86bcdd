namespace RaceSystem.Timing.EdgeAgent.Spool;

/// <summary>Counts durations by size. Safe to use from several threads.</summary>
internal sealed class LatencyHistogram
{
    /// <summary>Upper bounds of the buckets in milliseconds; the last bucket has none.</summary>
    internal static readonly double[] BoundsMs = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 1_000];

    private readonly long[] _counts = new long[BoundsMs.Length + 1];
    private long _micros;

    /// <summary>Seconds of all durations.</summary>
    internal double SumSeconds => Interlocked.Read(ref _micros) / 1e6;

    internal void Record(TimeSpan duration)
    {
        var bucket = Array.FindIndex(BoundsMs, bound => duration.TotalMilliseconds <= bound);
        Interlocked.Increment(ref _counts[bucket < 0 ? BoundsMs.Length : bucket]);
        Interlocked.Add(ref _micros, (long)duration.TotalMicroseconds);
    }

    /// <summary>Durations in each bucket.</summary>
    internal long[] Snapshot() => [.. Enumerable.Range(0, _counts.Length).Select(i => Interlocked.Read(ref _counts[i]))];
}
