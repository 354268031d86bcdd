using RaceSystem.Kernel;
using RaceSystem.Timing.Core.Clocks;

namespace RaceSystem.Timing.Tests.Core.Meets;

/// <summary>A device as a test makes it.</summary>
internal sealed record GivenDevice(long Offset, bool IsBackup, ClockCorrection[] Corrections, HeldRange[] Held)
{
    internal GivenDevice(long offset)
        : this(offset, false, [], [])
    {
    }

    internal DeviceRole Role => IsBackup ? DeviceRole.Backup : DeviceRole.Main;

    internal DeviceClock Clock => new(new Elapsed(Offset), Corrections, Held);
}
