using Grpc.Core;
using RaceSystem.Timing.Service.Operations;
using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.Service.WatchDevices;

/// <summary>Streams the state of every device and the alarms that hold.</summary>
internal sealed class WatchDevicesHandler(BoardStream stream)
{
    internal Task HandleAsync(WatchDevicesRequest request, IServerStreamWriter<WatchDevicesResponse> responses, CancellationToken cancellationToken) =>
        stream.RunAsync(request.MeetId, view => view.Devices, responses, cancellationToken);
}
