using RaceSystem.Kernel;
using RaceSystem.Timing.Service.Storage;
using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.Service.Meets;

/// <summary>A device's settings.</summary>
internal sealed record DeviceSettings(string DeviceId, string PointId, string DisplayName, Elapsed ClockOffset)
{
    internal static DeviceSettings From(TimingDeviceRow row) =>
        new(row.DeviceId, row.TimingPointId, row.DisplayName, new Elapsed(row.ClockOffsetMicros));

    internal TimingDevice ToMessage() => new()
    {
        DeviceId = DeviceId,
        TimingPointId = PointId,
        DisplayName = DisplayName,
        ClockOffset = Wire.DurationOf(ClockOffset),
    };
}
