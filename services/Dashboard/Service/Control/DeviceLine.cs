namespace RaceSystem.Dashboard.Service.Control;

/// <summary>One device, worded as it is shown; what is not known is a dash.</summary>
/// <param name="Id">device_id, the row's key.</param>
/// <param name="Name">For people.</param>
/// <param name="Place">Timing point and role.</param>
/// <param name="State">Connected, or what is missing.</param>
/// <param name="IsAway">Whether something is missing.</param>
/// <param name="Rate">Reads a second over the last ten.</param>
/// <param name="Reads">Reads so far.</param>
/// <param name="Last">Time of day of the last read, corrected.</param>
/// <param name="Clock">How far the corrected clock is off; or what is wrong with it.</param>
/// <param name="IsClockOff">Whether it is worth a look.</param>
/// <param name="Battery">Percent.</param>
/// <param name="IsBatteryLow">Whether it is nearly empty.</param>
/// <param name="Temperature">Degrees Celsius.</param>
/// <param name="Unsent">Reads on the agent's disk, and since when.</param>
/// <param name="HasUnsent">Whether many wait.</param>
/// <param name="Rejected">Frames that could not be understood.</param>
/// <param name="HasRejected">Whether there are such.</param>
/// <param name="Problem">What the device complains of; empty: nothing.</param>
public sealed record DeviceLine(
    string Id, string Name, string Place, string State, bool IsAway, string Rate, string Reads, string Last, string Clock, bool IsClockOff,
    string Battery, bool IsBatteryLow, string Temperature, string Unsent, bool HasUnsent, string Rejected, bool HasRejected, string Problem);
