using Google.Protobuf;
using RaceSystem.Kernel;
using RaceSystem.Platform.Changelog;
using RaceSystem.Platform.Storage;
using RaceSystem.Timing.Service.Meets;
using RaceSystem.Timing.Service.Registered;
using RaceSystem.Timing.Service.Storage;
using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.Service.ApplyTimingPoints;

/// <summary>
/// Brings timing points and devices to the given state. Passings that come out differently under a new rule or clock
/// offset are written in the same commit.
/// </summary>
internal sealed class ApplyTimingPointsHandler(MeetRegistry registry, ResidentMeets meets)
{
    internal async Task<ApplyTimingPointsResponse> HandleAsync(ApplyTimingPointsRequest request, CancellationToken cancellationToken)
    {
        await registry.RequireMeetAsync(request.MeetId, cancellationToken);
        var (points, devices) = ApplyTimingPointsValidator.Validate(request);
        await RequireStartsAsync(request, cancellationToken);
        return await meets.WriterOf(request.MeetId).AnswerOnceAsync(
            request.RequestId,
            async (state, transaction, token) =>
            {
                RequireRoom(state, points, devices);
                var changedPoints = points.Where(point => state.Points.GetValueOrDefault(point.PointId) != point).ToList();
                var changedDevices = devices.Where(device => state.Devices.GetValueOrDefault(device.DeviceId) != device).ToList();
                await SaveAsync(state, transaction, changedPoints, changedDevices, token);
                changedPoints.ForEach(point => Apply(state, transaction, point));
                changedDevices.ForEach(device => Apply(state, transaction, device));
                return new ApplyTimingPointsResponse
                {
                    TimingPoints = { points.Select(point => point.ToMessage()) },
                    Devices = { devices.Select(device => device.ToMessage()) },
                };
            },
            cancellationToken);
    }

    /// <summary>A start that does not exist would let every passing count, and nobody would notice.</summary>
    private async Task RequireStartsAsync(ApplyTimingPointsRequest request, CancellationToken cancellationToken)
    {
        for (var i = 0; i < request.TimingPoints.Count; i++)
        {
            if (request.TimingPoints[i] is { StartRaceId.Length: > 0 } point)
            {
                await registry.RequireWaveAsync(request.MeetId, point.StartRaceId, point.StartWaveId, $"timing_points[{i}].start_race_id", cancellationToken);
            }
        }
    }

    private static void RequireRoom(MeetState state, List<PointSettings> points, List<DeviceSettings> devices)
    {
        var pointIds = state.Points.Keys.Concat(points.Select(point => point.PointId)).ToHashSet(StringComparer.Ordinal);
        var deviceIds = state.Devices.Keys.Concat(devices.Select(device => device.DeviceId)).ToHashSet(StringComparer.Ordinal);
        if (pointIds.Count > Limits.TimingPoints || deviceIds.Count > Limits.Devices)
        {
            throw RefusalException.Invalid("TOO_MANY_TIMING_POINTS", "timing_points", $"a meet has at most {Limits.TimingPoints} timing points and {Limits.Devices} devices; this would make {pointIds.Count} and {deviceIds.Count}.");
        }

        var lost = devices.FindIndex(device => !pointIds.Contains(device.PointId));
        if (lost >= 0)
        {
            throw RefusalException.Invalid("TIMING_POINT_UNKNOWN", $"devices[{lost}].timing_point_id", $"'{devices[lost].PointId}' is not a timing point of the meet: apply it in the same request or before.");
        }
    }

    private static async Task SaveAsync(MeetState state, ChangelogTransaction transaction, List<PointSettings> points, List<DeviceSettings> devices, CancellationToken cancellationToken)
    {
        await using var context = ServiceDbContext.Over<TimingDbContext>(transaction);
        var meetId = transaction.Head.MeetId;
        foreach (var point in points)
        {
            var row = point.ToRow(meetId);
            _ = state.Points.ContainsKey(point.PointId) ? context.Update(row) : context.Add(row);
        }

        foreach (var device in devices)
        {
            var row = device.ToRow(meetId);
            _ = state.Devices.ContainsKey(device.DeviceId) ? context.Update(row) : context.Add(row);
        }

        await context.SaveChangesAsync(cancellationToken);
    }

    private static void Apply(MeetState state, ChangelogTransaction transaction, PointSettings point)
    {
        state.Apply(point);
        transaction.Append($"point/{point.PointId}", new TimingRecord { TimingPoint = point.ToMessage() }.ToByteArray());
    }

    private static void Apply(MeetState state, ChangelogTransaction transaction, DeviceSettings device)
    {
        state.Apply(device);
        transaction.Append($"device/{device.DeviceId}", new TimingRecord { Device = device.ToMessage() }.ToByteArray());
    }
}
