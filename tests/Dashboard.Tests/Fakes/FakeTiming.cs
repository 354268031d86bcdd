using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using RaceSystem.Timing.V1;

namespace RaceSystem.Dashboard.Tests.Fakes;

internal sealed class FakeTiming(FakeMeet meet) : TimingService.TimingServiceBase
{
    public override async Task WatchTimingPoints(WatchTimingPointsRequest request, IServerStreamWriter<WatchTimingPointsResponse> responseStream, ServerCallContext context)
    {
        await foreach (var points in meet.WatchAsync("timing", world => world.Known(request.MeetId).Points.Select(point => point.Clone()).ToList(), context.CancellationToken))
        {
            await responseStream.WriteAsync(new WatchTimingPointsResponse { TimingPoints = { points } });
        }
    }

    public override async Task WatchDevices(WatchDevicesRequest request, IServerStreamWriter<WatchDevicesResponse> responseStream, ServerCallContext context)
    {
        await foreach (var state in meet.WatchAsync("timing", world => StateOf(world.Known(request.MeetId)), context.CancellationToken))
        {
            await responseStream.WriteAsync(state);
        }
    }

    public override Task<ListTimingPointsResponse> ListTimingPoints(ListTimingPointsRequest request, ServerCallContext context) => Task.FromResult(meet.Ask("timing", world => new ListTimingPointsResponse
    {
        TimingPoints = { world.Points.Select(point => new TimingPoint { TimingPointId = point.TimingPointId, DisplayName = point.DisplayName }) },
    }));

    public override Task<ListQuarantinesResponse> ListQuarantines(ListQuarantinesRequest request, ServerCallContext context) =>
        Task.FromResult(meet.Ask("timing", world => new ListQuarantinesResponse { Quarantines = { world.Quarantines.Select(quarantine => quarantine.Clone()) } }));

    public override Task<AcknowledgeAlarmResponse> AcknowledgeAlarm(AcknowledgeAlarmRequest request, ServerCallContext context)
    {
        var alarm = meet.Ask("timing", world => world.Alarms.Find(alarm => alarm.AlarmId == request.AlarmId))
            ?? throw new RpcException(new Status(StatusCode.NotFound, $"There is no alarm '{request.AlarmId}'."));
        meet.Change(_ => (alarm.AcknowledgedBy, alarm.AcknowledgeTime) = (request.AcknowledgedBy, FakeMeet.Gun));
        return Task.FromResult(new AcknowledgeAlarmResponse { Alarm = alarm.Clone() });
    }

    private static WatchDevicesResponse StateOf(FakeMeet world) =>
        new() { Devices = { world.Devices.Select(device => device.Clone()) }, Alarms = { world.Alarms.Select(alarm => alarm.Clone()) } };
}
