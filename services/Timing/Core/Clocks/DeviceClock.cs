using RaceSystem.Kernel;

namespace RaceSystem.Timing.Core.Clocks;

/// <summary>
/// How the times of a device become true ones: a constant offset, corrections of ranges of device times, and ranges whose
/// reads are held back. A pure function of the device time (invariant 3). Immutable; equal when it says the same.
/// </summary>
public sealed class DeviceClock : IEquatable<DeviceClock>
{
    /// <summary>A clock that is right.</summary>
    public static readonly DeviceClock True = new(Elapsed.Zero);

    private readonly ClockCorrection[] _corrections;
    private readonly HeldRange[] _held;

    /// <summary>A clock with a constant offset, nothing corrected and nothing held.</summary>
    public DeviceClock(Elapsed offset)
        : this(offset, [], [])
    {
    }

    /// <summary>A clock with corrections and held ranges, in any order.</summary>
    public DeviceClock(Elapsed offset, IReadOnlyList<ClockCorrection> corrections, IReadOnlyList<HeldRange> held)
    {
        Offset = offset;
        _corrections = [.. corrections.OrderBy(correction => correction.CorrectionId, StringComparer.Ordinal)];
        _held = [.. held.OrderBy(range => range.QuarantineId, StringComparer.Ordinal)];
    }

    /// <summary>Added to every device time.</summary>
    public Elapsed Offset { get; }

    /// <summary>Corrections by id.</summary>
    public IReadOnlyList<ClockCorrection> Corrections => _corrections;

    /// <summary>Held ranges by id.</summary>
    public IReadOnlyList<HeldRange> Held => _held;

    /// <summary>Whether the offset alone makes the time, and nothing is held.</summary>
    public bool IsConstant => _corrections.Length == 0 && _held.Length == 0;

    /// <summary>The true time: device time, offset, and every correction whose range holds the device time.</summary>
    public long Correct(long deviceMicros)
    {
        var sum = deviceMicros + Offset.Micros;
        foreach (ref readonly var correction in _corrections.AsSpan())
        {
            if (correction.Holds(deviceMicros))
            {
                sum += correction.At(deviceMicros);
            }
        }

        return sum;
    }

    /// <summary>Whether a read with this device time makes no passing.</summary>
    public bool IsHeld(long deviceMicros) => HeldBy(deviceMicros) is not null;

    /// <summary>The first range that holds a device time; null when none does.</summary>
    public HeldRange? HeldBy(long deviceMicros)
    {
        foreach (ref readonly var range in _held.AsSpan())
        {
            if (range.Holds(deviceMicros))
            {
                return range;
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public bool Equals(DeviceClock? other) =>
        other is not null && Offset == other.Offset && _corrections.AsSpan().SequenceEqual(other._corrections) && _held.AsSpan().SequenceEqual(other._held);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as DeviceClock);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Offset, _corrections.Length, _held.Length);
}
