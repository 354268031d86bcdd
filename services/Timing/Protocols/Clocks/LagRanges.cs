namespace RaceSystem.Timing.Protocols.Clocks;

/// <summary>
/// The device times of reads by how far they lay behind their arrival, in minutes, since the clock was last seen to be right.
/// Bounded; not thread-safe.
/// </summary>
internal sealed class LagRanges
{
    private const long MinuteMicros = 60_000_000;
    private const int MostMinutes = 4_096;

    /// <summary>Reads may have been stored this long on the way, stamped by the same clock.</summary>
    private const long LongestStoredMicros = 86_400_000_000;

    private readonly Dictionary<long, (long From, long To)> _byMinute = [];

    internal void Add(long deviceMicros, long arrivalMicros)
    {
        var minute = (long)Math.Floor((arrivalMicros - deviceMicros) / (double)MinuteMicros);
        if (_byMinute.TryGetValue(minute, out var range))
        {
            _byMinute[minute] = (Math.Min(range.From, deviceMicros), Math.Max(range.To, deviceMicros));
        }
        else if (_byMinute.Count < MostMinutes)
        {
            _byMinute.Add(minute, (deviceMicros, deviceMicros));
        }
    }

    internal void Clear() => _byMinute.Clear();

    /// <summary>The device times that a clock which is off by so much has told; null when there are none.</summary>
    internal (long From, long To)? Of(long offsetMicros)
    {
        (long From, long To)? all = null;
        var least = offsetMicros - MinuteMicros;
        foreach (var (minute, range) in _byMinute)
        {
            if ((minute + 1) * MinuteMicros > least && minute * MinuteMicros <= offsetMicros + LongestStoredMicros)
            {
                all = all is { } known ? (Math.Min(known.From, range.From), Math.Max(known.To, range.To)) : range;
            }
        }

        return all;
    }
}
