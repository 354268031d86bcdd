using RaceSystem.Kernel;
using RaceSystem.Timing.Service.Storage;
using RaceSystem.Timing.V1;
using DeviceRole = RaceSystem.Timing.Core.Clocks.DeviceRole;

namespace RaceSystem.Timing.Service.Meets;

/// <summary>A device's settings; corrections and quarantines of its clock are kept apart, see <see cref="DeviceClocks"/>.</summary>
/// <param name="DeviceId">Unique in the meet.</param>
/// <param name="PointId">Where it reads now.</param>
/// <param name="DisplayName">For people.</param>
/// <param name="ClockOffset">Added to every device time.</param>
/// <param name="Role">What its reads are worth.</param>
/// <param name="TimeZone">Zone of a decoder that reports local time; empty: the meet's.</param>
/// <param name="ChecksClock">Whether times are compared with the time of arrival.</param>
internal sealed record DeviceSettings(
    string DeviceId,
    string PointId,
    string DisplayName,
    Elapsed ClockOffset,
    DeviceRole Role = DeviceRole.Main,
    string TimeZone = "",
    bool ChecksClock = true)
{
    internal static DeviceSettings From(TimingDeviceRow row) => new(
        row.DeviceId,
        row.TimingPointId,
        row.DisplayName,
        new Elapsed(row.ClockOffsetMicros),
        Enum.Parse<DeviceRole>(row.Role),
        row.TimeZone,
        row.ChecksClock);

    internal TimingDeviceRow ToRow(string meetId) => new()
    {
        MeetId = meetId,
        DeviceId = DeviceId,
        TimingPointId = PointId,
        DisplayName = DisplayName,
        ClockOffsetMicros = ClockOffset.Micros,
        Role = Role.ToString(),
        TimeZone = TimeZone,
        ChecksClock = ChecksClock,
    };

    internal TimingDevice ToMessage() => new()
    {
        DeviceId = DeviceId,
        TimingPointId = PointId,
        DisplayName = DisplayName,
        ClockOffset = Wire.DurationOf(ClockOffset),
        Role = Role == DeviceRole.Backup ? V1.DeviceRole.Backup : V1.DeviceRole.Main,
        TimeZone = TimeZone,
        ClockCheck = ChecksClock ? ClockCheck.Live : ClockCheck.Off,
    };
}
