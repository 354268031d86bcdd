using RaceSystem.Timing.Core.Clocks;

namespace RaceSystem.Timing.Service.EstimateDeviceClock;

/// <summary>What a device and another one saw of the same chips at one point.</summary>
internal sealed record DoubleReads(string PointId, string ReferenceDeviceId, List<ChipCrossings> Chips);
