using RaceSystem.Timing.Core.Clocks;
using RaceSystem.Timing.Core.Passings;
using RaceSystem.Timing.Core.Reads;

namespace RaceSystem.Timing.Core.Explanations;

/// <summary>All that the passings of one chip at one point follow from, copied: it can be explained on any thread.</summary>
/// <param name="Reads">The set, ordered by device time.</param>
/// <param name="Timings">Clocks and roles by device number, as the calculator takes them.</param>
/// <param name="Clocks">The same clocks with their ranges.</param>
/// <param name="DeviceIds">Ids by device number.</param>
/// <param name="Rule">The point's rule.</param>
public sealed record KeySnapshot(Read[] Reads, DeviceTiming[] Timings, DeviceClock[] Clocks, string[] DeviceIds, PassingRule Rule);
