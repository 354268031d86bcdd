using System.Globalization;
using RaceSystem.Kernel;
using RaceSystem.Platform.Paging;
using RaceSystem.Timing.Core.Markers;
using RaceSystem.Timing.Service.Meets;
using RaceSystem.Timing.Service.Registered;
using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.Service.ListMarkers;

/// <summary>What decoders reported beside reads, the latest first: guns, buttons, photocells.</summary>
internal sealed class ListMarkersHandler(MeetRegistry registry, ResidentMeets meets)
{
    internal async Task<ListMarkersResponse> HandleAsync(ListMarkersRequest request, CancellationToken cancellationToken)
    {
        await registry.RequireMeetAsync(request.MeetId, cancellationToken);
        Identifier.RequireIfGiven(request.TimingPointId, "timing_point_id");
        Identifier.RequireIfGiven(request.DeviceId, "device_id");
        var scope = $"ListMarkers/{request.MeetId}/{request.TimingPointId}/{request.DeviceId}";
        var asked = PageRequest.Of(scope, request.PageSize, request.PageToken, Limits.DefaultPage, Limits.LargestPage);
        var before = asked.After is { } position ? MarkerOf(position) : default(DeviceMarker?);
        return await meets.WriterOf(request.MeetId).LookAsync(
            state =>
            {
                var markers = state.Markers.LatestFirst()
                    .Where(marker => before is not { } last || marker < last)
                    .Where(marker => request.TimingPointId.Length == 0 || marker.PointId == request.TimingPointId)
                    .Where(marker => request.DeviceId.Length == 0 || marker.DeviceId == request.DeviceId);
                var page = asked.Take(markers, PositionOf);
                return new ListMarkersResponse { Markers = { page.Rows.Select(marker => MessageOf(state, marker)) }, NextPageToken = page.NextToken };
            },
            cancellationToken);
    }

    private static DeviceMarker MarkerOf(string position)
    {
        var parts = position.Split('/', 5);
        return new(long.Parse(parts[0], CultureInfo.InvariantCulture), parts[1], parts[2] == "1", parts[4], parts[3]);
    }

    private static string PositionOf(DeviceMarker marker) =>
        string.Create(CultureInfo.InvariantCulture, $"{marker.TimeMicros}/{marker.DeviceId}/{(marker.IsGun ? 1 : 0)}/{marker.PointId}/{marker.Name}");

    private static DeviceMarkerEntry MessageOf(MeetState state, DeviceMarker marker)
    {
        var clock = state.ClockOf(marker.DeviceId);
        return new DeviceMarkerEntry
        {
            DeviceId = marker.DeviceId,
            TimingPointId = marker.PointId,
            DeviceTime = Wire.NearestTimestamp(marker.TimeMicros),
            CorrectedTime = Wire.NearestTimestamp(clock.Correct(marker.TimeMicros)),
            Kind = marker.IsGun ? MarkerKind.Gun : MarkerKind.Other,
            Name = marker.Name,
            QuarantineId = clock.HeldBy(marker.TimeMicros)?.QuarantineId ?? "",
        };
    }
}
