using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.Service.Operations;

/// <summary>What operators see of a meet at one moment; shared by all who watch, nobody changes it.</summary>
internal sealed record BoardView(WatchTimingPointsResponse Points, WatchDevicesResponse Devices);
