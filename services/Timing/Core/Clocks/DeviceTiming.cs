namespace RaceSystem.Timing.Core.Clocks;

/// <summary>A device as the calculator needs it: clock and role, laid out for the hot path.</summary>
public readonly record struct DeviceTiming
{
    private readonly DeviceClock? _varying;

    /// <summary>Takes a device's role and clock.</summary>
    public DeviceTiming(DeviceRole role, DeviceClock clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        OffsetMicros = clock.Offset.Micros;
        IsBackup = role == DeviceRole.Backup;
        _varying = clock.IsConstant ? null : clock;
    }

    /// <summary>The constant part of the clock, microseconds.</summary>
    public long OffsetMicros { get; }

    /// <summary>Whether its reads give no time where a main device has read.</summary>
    public bool IsBackup { get; }

    /// <summary>Whether <see cref="OffsetMicros"/> is the whole clock and nothing is held.</summary>
    public bool IsConstant => _varying is null;

    /// <summary>The true time of a device time.</summary>
    public long Correct(long deviceMicros) => _varying is null ? deviceMicros + OffsetMicros : _varying.Correct(deviceMicros);

    /// <summary>The true time, or the smallest long for a read that is held.</summary>
    public long CorrectUnlessHeld(long deviceMicros) =>
        _varying is null ? deviceMicros + OffsetMicros : _varying.IsHeld(deviceMicros) ? long.MinValue : _varying.Correct(deviceMicros);

    /// <summary>Whether a read with this device time makes no passing.</summary>
    public bool IsHeld(long deviceMicros) => _varying is not null && _varying.IsHeld(deviceMicros);
}
