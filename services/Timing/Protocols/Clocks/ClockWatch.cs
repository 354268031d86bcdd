using System.Globalization;
using RaceSystem.Kernel;

namespace RaceSystem.Timing.Protocols.Clocks;

/// <summary>
/// Watches the clock of one device by when its reads arrive and by sync exchanges, and says when it cannot be believed. Reads that
/// were stored on the way arrive late too, but their lag shrinks while they come in; that of a wrong clock stays. A read from
/// the future cannot have been stored. Where the evidence is thin nothing is said, and sync exchanges count more than reads. Pure:
/// times come in as arguments. Bounded; not thread-safe: one for each device, called in the order of arrival. For devices whose clock is
/// to be checked alone.
/// </summary>
/// <param name="options">When a clock is called wrong; the defaults when left out.</param>
public sealed class ClockWatch(ClockWatchOptions? options = null)
{
    private const int FewestReads = 5;
    private const int FewestUnset = 3;
    private const int FewestStretches = 4;
    private const long SamplesKeepMicros = 600_000_000;

    /// <summary>One of two decoders of a device may have an unset clock and the other a right one.</summary>
    private const long UnsetLastsMicros = 120_000_000;

    /// <summary>2020-01-01: before it, our own clock is not set, and nothing can be said.</summary>
    private static readonly long EarliestArrival = MicrosOf(2020);

    private static readonly long EarliestTime = MicrosOf(1);
    private static readonly long LatestTime = MicrosOf(9999);

    private readonly ClockWatchOptions _options = options ?? new ClockWatchOptions();
    private readonly LagWindow _window = new();
    private readonly LagRanges _ranges = new();
    private readonly SampleWindow _samples = new();
    private (long From, long To, int Count) _unset = (long.MaxValue, long.MinValue, 0);
    private long _unsetOffset;
    private long _unsetArrival;

    /// <summary>What is to be said of the clock now; null: nothing against it. Changes while a fault lasts: its range grows.</summary>
    public ClockVerdict? Verdict { get; private set; }

    /// <summary>Reads came in, as the decoder sent them together.</summary>
    public void Arrived(IReadOnlyList<DecodedRead> reads, long arrivalMicros)
    {
        ArgumentNullException.ThrowIfNull(reads);
        if (reads.Count == 0 || arrivalMicros < EarliestArrival)
        {
            return;
        }

        foreach (var read in reads)
        {
            if (read.TimeMicros >= EarliestTime && read.TimeMicros <= LatestTime)
            {
                Arrived(read.TimeMicros, arrivalMicros);
            }
        }

        Judge(arrivalMicros);
    }

    /// <summary>The decoder's clock was compared with ours.</summary>
    public void Sampled(ClockSample sample)
    {
        if (sample.AgentMicros >= EarliestArrival && sample.DeviceMicros <= LatestTime && !IsUnset(sample.DeviceMicros))
        {
            _samples.Add(sample);
            Judge(sample.AgentMicros);
        }
    }

    private void Arrived(long deviceMicros, long arrivalMicros)
    {
        if (IsUnset(deviceMicros))
        {
            _unset = (Math.Min(_unset.From, deviceMicros), Math.Max(_unset.To, deviceMicros), Math.Min(_unset.Count + 1, int.MaxValue - 1));
            (_unsetOffset, _unsetArrival) = (arrivalMicros - deviceMicros, arrivalMicros);
            return;
        }

        _window.Add(deviceMicros, arrivalMicros);
        _ranges.Add(deviceMicros, arrivalMicros);
    }

    private void Judge(long nowMicros)
    {
        if (_unset.Count >= FewestUnset && nowMicros - _unsetArrival <= UnsetLastsMicros)
        {
            Verdict = new ClockVerdict(
                ClockFault.Unset, _unsetOffset, _unset.From, _unset.To, $"Reads tell times from {new Instant(_unset.From)} to {new Instant(_unset.To)}: the decoder's clock was never set.");
            return;
        }

        var known = _samples.OffsetAt(nowMicros - SamplesKeepMicros);
        if (IsRight(known))
        {
            Verdict = null;
            _ranges.Clear();
            _unset = (long.MaxValue, long.MinValue, 0);
        }
        else if (known is { } sampled)
        {
            Say(sampled.OffsetMicros, string.Create(CultureInfo.InvariantCulture, $"{sampled.Count} comparisons with the decoder's clock agree that it is"));
        }
        else if (SteadyLag() is { } lag)
        {
            Say(lag, string.Create(CultureInfo.InvariantCulture, $"{_window.ReadCount} reads in {_window.SpanMicros / 1_000_000} s arrived as if the decoder's clock were"));
        }
    }

    private bool IsRight((long OffsetMicros, long ErrorMicros, int Count)? known) => known is { } sampled
        ? Math.Abs(sampled.OffsetMicros) <= Math.Max(Micros(_options.SampleTolerance), sampled.ErrorMicros)
        : _window.ReadCount >= FewestReads && Math.Abs(_window.Newest) <= Micros(_options.ReadTolerance);

    private void Say(long offset, string evidence)
    {
        if (_ranges.Of(offset) is { } range)
        {
            var fault = ClockWords.FaultOf(offset);
            Verdict = new ClockVerdict(fault, offset, range.From, range.To, $"{evidence} {ClockWords.OffsetOf(offset)}, without change: {ClockWords.MeaningOf(fault)}.");
        }
    }

    /// <summary>The lag when it has stayed the same for long enough; a lag below zero needs no patience, since nothing can be stored before it was made.</summary>
    private long? SteadyLag()
    {
        if (_window.ReadCount < FewestReads || _window.Count < 2)
        {
            return null;
        }

        var (smallest, largest) = (_window.Smallest, _window.Largest);
        if (largest < -Micros(_options.ReadTolerance) && largest - smallest <= Micros(_options.SteadyWithin))
        {
            return smallest;
        }

        var steady = _window.Count >= FewestStretches && _window.SpanMicros >= Micros(_options.SteadyFor) && largest - smallest <= Micros(_options.SteadyWithin);
        return steady && smallest > Micros(_options.ReadTolerance) ? smallest : null;
    }

    /// <summary>Clocks that were never set count from 1970, 1980 or 2000, and no race lasts a year.</summary>
    private static bool IsUnset(long deviceMicros) => deviceMicros < MicrosOf(1990) || (deviceMicros >= MicrosOf(2000) && deviceMicros < MicrosOf(2001));

    private static long MicrosOf(int year) => Instant.From(new DateTimeOffset(year, 1, 1, 0, 0, 0, TimeSpan.Zero)).Micros;

    private static long Micros(TimeSpan span) => Elapsed.From(span).Micros;
}
