namespace RaceSystem.Timing.Protocols.Clocks;

/// <summary>
/// How far reads lie behind their arrival, over the last stretches of ten seconds in which some came. Of each stretch the smallest
/// lag counts, that of the read that waited least: what was stored on the way only ever comes later. Bounded; not thread-safe.
/// </summary>
internal sealed class LagWindow
{
    private const long StretchMicros = 10_000_000;
    private const int Stretches = 8;

    /// <summary>From this many reads on a single one with a damaged time does not count.</summary>
    private const int EnoughReads = 5;

    private readonly LinkedList<Stretch> _stretches = new();

    /// <summary>Reads in the window.</summary>
    internal int ReadCount { get; private set; }

    /// <summary>From the first arrival to the last.</summary>
    internal long SpanMicros => _stretches.Count == 0 ? 0 : _stretches.Last!.Value.LastArrival - _stretches.First!.Value.FirstArrival;

    internal int Count => _stretches.Count;

    /// <summary>Smallest lag of the newest stretch; 0 before the first read.</summary>
    internal long Newest => _stretches.Last?.Value.Lag ?? 0;

    internal long Smallest => _stretches.Min(stretch => stretch.Lag);

    internal long Largest => _stretches.Max(stretch => stretch.Lag);

    internal void Add(long deviceMicros, long arrivalMicros)
    {
        var number = Math.DivRem(arrivalMicros, StretchMicros).Quotient;
        if (_stretches.Last is not { } last || last.Value.Number < number)
        {
            last = _stretches.AddLast(new Stretch(number, arrivalMicros));
            if (_stretches.Count > Stretches)
            {
                ReadCount -= _stretches.First!.Value.ReadCount;
                _stretches.RemoveFirst();
            }
        }

        last.Value.Add(arrivalMicros - deviceMicros, arrivalMicros);
        ReadCount++;
    }

    internal void Clear()
    {
        _stretches.Clear();
        ReadCount = 0;
    }

    private sealed class Stretch(long number, long arrival)
    {
        private long _smallest = long.MaxValue;
        private long _second = long.MaxValue;

        internal long Number { get; } = number;

        internal long FirstArrival { get; } = arrival;

        internal long LastArrival { get; private set; } = arrival;

        internal int ReadCount { get; private set; }

        internal long Lag => ReadCount < EnoughReads ? _smallest : _second;

        internal void Add(long lag, long arrivalMicros)
        {
            ReadCount++;
            LastArrival = Math.Max(LastArrival, arrivalMicros);
            if (lag < _smallest)
            {
                (_second, _smallest) = (_smallest, lag);
            }
            else if (lag < _second)
            {
                _second = lag;
            }
        }
    }
}
