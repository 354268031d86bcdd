using RaceSystem.Kernel;

namespace RaceSystem.Results.Core.Races;

/// <summary>To what the exact time is rounded up when it is shown (World Athletics TR 19.24).</summary>
public enum TimeResolution : byte
{
    /// <summary>The next longer whole second: road races.</summary>
    Second,

    /// <summary>The next longer tenth of a second: races held on the track.</summary>
    Tenth,
}

/// <summary>Rounds exact times as they are shown.</summary>
public static class TimeResolutions
{
    /// <summary>The least difference that is shown.</summary>
    public static Elapsed Unit(this TimeResolution resolution) =>
        new(resolution == TimeResolution.Tenth ? Instant.MicrosPerSecond / 10 : Instant.MicrosPerSecond);

    /// <summary>The exact time rounded up to the resolution; exact multiples stay.</summary>
    public static Elapsed Shown(this TimeResolution resolution, Elapsed exact)
    {
        var unit = resolution.Unit().Micros;
        return new Elapsed(exact.CeilingUnits(unit) * unit);
    }
}
