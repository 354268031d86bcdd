using RaceSystem.Kernel;

namespace RaceSystem.Timing.Core.Alarms;

/// <summary>Of the chips that were new at a point in the last minute, ten or more and a quarter or more belong to no entry.</summary>
internal sealed class UnknownChipsRule
{
    private const int Least = 10;
    private const double Share = 0.25;
    private static readonly Elapsed Window = Elapsed.FromSeconds(60);

    private readonly Queue<(Instant At, int Chips, int Unknown)> _samples = new();

    internal string? Judge(PointSample point, Instant now)
    {
        while (_samples.TryPeek(out var oldest) && (now - oldest.At > Window || oldest.Unknown > point.UnknownChipCount))
        {
            // Fewer than before: entries came in, and what was counted earlier says nothing any more.
            _samples.Dequeue();
        }

        _samples.Enqueue((now, point.ChipCount, point.UnknownChipCount));
        var begin = _samples.Peek();
        var (chips, unknown) = (point.ChipCount - begin.Chips, point.UnknownChipCount - begin.Unknown);
        return unknown >= Least && unknown >= chips * Share
            ? $"{unknown} of {chips} new chips at {point.Name} belong to no entry."
            : null;
    }
}
