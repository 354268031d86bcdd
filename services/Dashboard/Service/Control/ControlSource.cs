using System.Runtime.CompilerServices;
using System.Text.Json;
using Grpc.Core;
using RaceSystem.Dashboard.Service.Live;
using RaceSystem.Dashboard.Service.Presentation;
using RaceSystem.Dashboard.Service.Upstream;
using RaceSystem.Timing.V1;

namespace RaceSystem.Dashboard.Service.Control;

/// <summary>Devices and alarms of a meet from one WatchDevices stream of Timing; what is asked beside it is asked when it changes.</summary>
public sealed class ControlSource(TimingService.TimingServiceClient timing, MeetDirectory directory) : ILiveSource<string, ControlMessage>
{
    private const int MostQuarantines = 100;

    /// <inheritdoc/>
    public string Service => "timing";

    /// <inheritdoc/>
    public async IAsyncEnumerable<ControlMessage> ReadAsync(string key, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var meet = await directory.FindMeetAsync(key, cancellationToken);
        var clock = MeetClock.Of(meet?.TimeZone);
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        IReadOnlyList<Quarantine> quarantines = [];
        var waiting = 0;
        using var call = timing.WatchDevices(new WatchDevicesRequest { MeetId = key }, cancellationToken: cancellationToken);
        await foreach (var state in call.ResponseStream.ReadAllAsync(cancellationToken))
        {
            if (state.Devices.Any(device => !names.ContainsKey(device.TimingPointId)))
            {
                await NamePointsAsync(key, names, cancellationToken);
            }

            var now = state.Devices.Sum(device => device.OpenQuarantineCount);
            if (now != waiting)
            {
                quarantines = now == 0 ? [] : await QuarantinesAsync(key, cancellationToken);
                waiting = now;
            }

            yield return new ControlLines(clock, names).Of(state, quarantines);
        }
    }

    /// <inheritdoc/>
    public LiveEvent Whole(ControlMessage state) => new("control", JsonSerializer.SerializeToUtf8Bytes(state, LiveJson.Lines.ControlMessage));

    /// <inheritdoc/>
    public LiveEvent? Change(ControlMessage before, ControlMessage after)
    {
        var next = Whole(after);
        return next.Data.AsSpan().SequenceEqual(Whole(before).Data) ? null : next;
    }

    private async Task NamePointsAsync(string meetId, Dictionary<string, string> names, CancellationToken cancellationToken)
    {
        var answer = await timing.ListTimingPointsAsync(new ListTimingPointsRequest { MeetId = meetId }, cancellationToken: cancellationToken);
        foreach (var point in answer.TimingPoints)
        {
            names[point.TimingPointId] = point.DisplayName.Length > 0 ? point.DisplayName : point.TimingPointId;
        }

        foreach (var device in answer.Devices)
        {
            names.TryAdd(device.TimingPointId, device.TimingPointId);
        }
    }

    private async Task<IReadOnlyList<Quarantine>> QuarantinesAsync(string meetId, CancellationToken cancellationToken)
    {
        var answer = await timing.ListQuarantinesAsync(
            new ListQuarantinesRequest { MeetId = meetId, State = QuarantineState.Open, PageSize = MostQuarantines }, cancellationToken: cancellationToken);
        return answer.Quarantines;
    }
}
