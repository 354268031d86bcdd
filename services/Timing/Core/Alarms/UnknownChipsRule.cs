namespace RaceSystem.Timing.Core.Alarms;

/// <summary>
/// Of the chips that were new at a point within a minute of the race, fifteen or more and a quarter or more belong to no
/// entry. Ends when they are fewer than one of seven.
/// </summary>
internal sealed class UnknownChipsRule
{
    private const int Least = 15;
    private const double Share = 0.25;
    private const double Few = 0.15;
    private const long WindowMicros = 60_000_000;

    private readonly Queue<Seen> _samples = new();
    private string? _found;

    internal string? Judge(PointSample point)
    {
        var now = new Seen(point.LastReadMicros, point.ChipCount, point.UnknownChipCount);
        while (_samples.TryPeek(out var oldest) && (IsTooOld(oldest, now) || oldest.Unknown > now.Unknown))
        {
            // Fewer than before: entries came in, and what was counted earlier says nothing any more.
            _samples.Dequeue();
        }

        _samples.Enqueue(now);
        var begin = _samples.Peek();
        var (chips, unknown) = (now.Chips - begin.Chips, now.Unknown - begin.Unknown);
        _found = unknown >= Least && unknown >= chips * Share ? _found ?? $"{unknown} of {chips} new chips at {point.Name} belong to no entry."
            : unknown > chips * Few ? _found
            : null;
        return _found;
    }

    /// <summary>A replay may do more than a minute between two samples: the last one is always compared with.</summary>
    private bool IsTooOld(Seen sample, Seen now) => _samples.Count > MostSamples || (_samples.Count > 1 && now.RaceMicros - sample.RaceMicros > WindowMicros);

    private const int MostSamples = 100;

    private readonly record struct Seen(long RaceMicros, int Chips, int Unknown);
}
