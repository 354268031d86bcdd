using RaceSystem.Kernel;

namespace RaceSystem.Timing.Core.Alarms;

/// <summary>A meet at a moment, as the alarm rules see it.</summary>
/// <param name="Now">The moment by the server's clock.</param>
/// <param name="Points">All timing points.</param>
/// <param name="Devices">All devices.</param>
public sealed record MeetSample(Instant Now, IReadOnlyList<PointSample> Points, IReadOnlyList<DeviceSample> Devices);
