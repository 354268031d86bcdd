namespace RaceSystem.Timing.Service.Quarantines;

/// <summary>Device times from the first to the last, both in it.</summary>
internal readonly record struct DeviceTimeRange(long From, long To)
{
    internal bool Touches(DeviceTimeRange other) => From <= other.To && other.From <= To;

    internal bool Covers(DeviceTimeRange other) => From <= other.From && other.To <= To;

    /// <summary>The smallest range that covers both.</summary>
    internal DeviceTimeRange With(DeviceTimeRange other) => new(Math.Min(From, other.From), Math.Max(To, other.To));

    /// <summary>Time between two ranges; 0 when they touch.</summary>
    internal long GapTo(DeviceTimeRange other) => Math.Max(0, Math.Max(From, other.From) - Math.Min(To, other.To));

    /// <summary>What is left of it outside of other ranges, in order.</summary>
    internal List<DeviceTimeRange> Without(IEnumerable<DeviceTimeRange> others)
    {
        var left = new List<DeviceTimeRange> { this };
        foreach (var other in others)
        {
            left = [.. left.SelectMany(piece => Cut(piece, other))];
        }

        return left;
    }

    private static IEnumerable<DeviceTimeRange> Cut(DeviceTimeRange piece, DeviceTimeRange other)
    {
        if (!piece.Touches(other))
        {
            yield return piece;
            yield break;
        }

        if (piece.From < other.From)
        {
            yield return piece with { To = other.From - 1 };
        }

        if (piece.To > other.To)
        {
            yield return piece with { From = other.To + 1 };
        }
    }
}
