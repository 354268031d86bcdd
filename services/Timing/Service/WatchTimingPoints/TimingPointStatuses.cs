using RaceSystem.Timing.Core.Meets;
using RaceSystem.Timing.Service.Meets;
using RaceSystem.Timing.Service.Registered;
using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.Service.WatchTimingPoints;

/// <summary>What goes on at every timing point, by id.</summary>
internal static class TimingPointStatuses
{
    internal static WatchTimingPointsResponse Of(MeetState state, MeetActivity activity, RegisteredMeet registered)
    {
        var response = new WatchTimingPointsResponse();
        var unknown = state.Unknown.Of(state, registered);
        foreach (var point in state.Points.Values.OrderBy(point => point.PointId, StringComparer.Ordinal))
        {
            state.Reads.TryFindPoint(point.PointId, out var number);
            var counts = state.Reads.CountsOfPoint(number);
            var status = new TimingPointStatus
            {
                TimingPointId = point.PointId,
                DisplayName = point.DisplayName,
                ReadsPerSecond = activity.PointRate(point.PointId),
                ReadCount = counts.ReadCount,
                PassingCount = counts.PassingCount,
                ChipCount = counts.ChipCount,
                UnknownChipCount = CountAt(state.Reads, number, unknown),
                LastReadTime = Wire.TimestampOrNull(counts.LastReadMicros),
            };
            status.Devices.Add(state.Devices.Values
                .Where(device => device.PointId == point.PointId)
                .OrderBy(device => device.DeviceId, StringComparer.Ordinal)
                .Select(device => Of(state, activity, device)));
            response.TimingPoints.Add(status);
        }

        return response;
    }

    private static DeviceStatus Of(MeetState state, MeetActivity activity, DeviceSettings device)
    {
        state.Reads.TryFindDevice(device.DeviceId, out var number);
        var counts = state.Reads.CountsOfDevice(number);
        return new DeviceStatus
        {
            DeviceId = device.DeviceId,
            DisplayName = device.DisplayName,
            Connected = activity.IsConnected(device.DeviceId),
            ReadCount = counts.ReadCount,
            ReadsPerSecond = activity.DeviceRate(device.DeviceId),
            LastReadTime = Wire.TimestampOrNull(counts.LastReadMicros),
        };
    }

    private static long CountAt(MeetReads reads, int point, IReadOnlyList<int> chips)
    {
        long count = 0;
        foreach (var chip in chips)
        {
            count += reads.WasReadAt(point, chip) ? 1 : 0;
        }

        return count;
    }
}
