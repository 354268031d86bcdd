using RaceSystem.Kernel;

namespace RaceSystem.Timing.Core.Rates;

/// <summary>Counts in one-second buckets over the last ten seconds. Not thread-safe.</summary>
public sealed class RateWindow
{
    /// <summary>Length of the window in seconds.</summary>
    public const int Seconds = 10;

    private readonly long[] _counts = new long[Seconds];
    private readonly long[] _bucketSeconds = new long[Seconds];

    /// <summary>Counts something that came now.</summary>
    public void Add(Instant now, long count)
    {
        var second = now.Micros / Instant.MicrosPerSecond;
        var bucket = (int)(second % Seconds);
        if (_bucketSeconds[bucket] != second)
        {
            _bucketSeconds[bucket] = second;
            _counts[bucket] = 0;
        }

        _counts[bucket] += count;
    }

    /// <summary>What came in the last ten seconds, a second.</summary>
    public double PerSecond(Instant now)
    {
        var second = now.Micros / Instant.MicrosPerSecond;
        long sum = 0;
        for (var i = 0; i < Seconds; i++)
        {
            sum += second - _bucketSeconds[i] is >= 0 and < Seconds ? _counts[i] : 0;
        }

        return (double)sum / Seconds;
    }
}
