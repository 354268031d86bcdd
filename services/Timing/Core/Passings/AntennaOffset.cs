using RaceSystem.Kernel;

namespace RaceSystem.Timing.Core.Passings;

/// <summary>How far from the timing line chips are read, and the speed by which that becomes a time.</summary>
/// <param name="Millimetres">From the place of the read to the line in running direction: positive before the line.</param>
/// <param name="SpeedMmPerS">Millimetres a second; 0 means <see cref="DefaultSpeedMmPerS"/>.</param>
public readonly record struct AntennaOffset(int Millimetres, int SpeedMmPerS)
{
    /// <summary>3.5 m/s: a marathon in 3:21.</summary>
    public const int DefaultSpeedMmPerS = 3_500;

    /// <summary>The largest distance in either direction.</summary>
    public const int MaxMillimetres = 20_000;

    /// <summary>The slowest reference speed.</summary>
    public const int MinSpeedMmPerS = 500;

    /// <summary>The fastest reference speed; wheelchairs and hand cycles come close downhill.</summary>
    public const int MaxSpeedMmPerS = 30_000;

    /// <summary>
    /// The time from the read to the line, to the nearest microsecond, a half away from zero. The same for every runner:
    /// a time of one's own speed would be another measurement.
    /// </summary>
    public Elapsed Shift()
    {
        var speed = SpeedMmPerS == 0 ? DefaultSpeedMmPerS : SpeedMmPerS;
        var micros = Math.Abs((long)Millimetres) * Instant.MicrosPerSecond;
        return new(Math.Sign(Millimetres) * ((micros + (speed / 2)) / speed));
    }
}
