using RaceSystem.Platform.Paging;
using RaceSystem.Timing.Service.Meets;
using RaceSystem.Timing.Service.Registered;
using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.Service.ListTimingPoints;

/// <summary>Pages through timing points and devices side by side: a page holds up to its size of each.</summary>
internal sealed class ListTimingPointsHandler(MeetRegistry registry, ResidentMeets meets)
{
    internal async Task<ListTimingPointsResponse> HandleAsync(ListTimingPointsRequest request, CancellationToken cancellationToken)
    {
        await registry.RequireMeetAsync(request.MeetId, cancellationToken);
        var size = PageSize.Require(request.PageSize, Limits.LargestPage, Limits.LargestPage);
        var (afterPoint, afterDevice) = After(request);
        return await meets.WriterOf(request.MeetId).LookAsync(state => PageOf(state, request, afterPoint, afterDevice, size), cancellationToken);
    }

    private static string ScopeOf(ListTimingPointsRequest request) => $"ListTimingPoints/{request.MeetId}";

    private static (string Point, string Device) After(ListTimingPointsRequest request)
    {
        var parts = (PageToken.Decode(ScopeOf(request), request.PageToken) ?? "/").Split('/');
        return (parts[0], parts[1]);
    }

    private static ListTimingPointsResponse PageOf(MeetState state, ListTimingPointsRequest request, string afterPoint, string afterDevice, int size)
    {
        var points = state.Points.Values.Where(point => string.CompareOrdinal(point.PointId, afterPoint) > 0)
            .OrderBy(point => point.PointId, StringComparer.Ordinal).ToList();
        var devices = state.Devices.Values.Where(device => string.CompareOrdinal(device.DeviceId, afterDevice) > 0)
            .OrderBy(device => device.DeviceId, StringComparer.Ordinal).ToList();
        var response = new ListTimingPointsResponse
        {
            TimingPoints = { points.Take(size).Select(point => point.ToMessage()) },
            Devices = { devices.Take(size).Select(device => device.ToMessage()) },
        };
        if (points.Count > size || devices.Count > size)
        {
            var lastPoint = response.TimingPoints.LastOrDefault()?.TimingPointId ?? afterPoint;
            var lastDevice = response.Devices.LastOrDefault()?.DeviceId ?? afterDevice;
            response.NextPageToken = PageToken.Encode(ScopeOf(request), $"{lastPoint}/{lastDevice}");
        }

        return response;
    }
}
