using RaceSystem.Timing.V1;

namespace RaceSystem.Racectl.Simulate;

/// <summary>A device of a simulated race.</summary>
/// <param name="PointId">Where it stands; also the decoder's name for the location.</param>
/// <param name="DeviceId">Its id.</param>
internal sealed record SimulatedDevice(string PointId, string DeviceId)
{
    /// <summary>The device for Timing: its reads are of a day of the past, which is no fault of its clock.</summary>
    public TimingDevice ToMessage() => new() { DeviceId = DeviceId, TimingPointId = PointId, DisplayName = DeviceId, ClockCheck = ClockCheck.Off };
}
