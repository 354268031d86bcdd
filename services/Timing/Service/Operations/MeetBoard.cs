using RaceSystem.Kernel;
using RaceSystem.Timing.Service.Meets;
using RaceSystem.Timing.Service.Registered;
using RaceSystem.Timing.Service.WatchDevices;
using RaceSystem.Timing.Service.WatchTimingPoints;

namespace RaceSystem.Timing.Service.Operations;

/// <summary>
/// The operators' view of one meet: looked at most twice a second however many watch it, since each look takes a turn of the
/// meet's writer. Safe to use from several threads.
/// </summary>
internal sealed class MeetBoard(MeetWriter writer, MeetRegistry registry, AlarmStore alarms, TimeProvider time)
{
    private static readonly TimeSpan Freshness = TimeSpan.FromMilliseconds(450);

    private readonly Lock _lock = new();
    private Task<BoardView>? _view;
    private long _lookedAt;

    /// <summary>The view, at most half a second old.</summary>
    internal Task<BoardView> CurrentAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_view is null || _view.IsFaulted || time.GetElapsedTime(_lookedAt) >= Freshness)
            {
                (_view, _lookedAt) = (LookAsync(), time.GetTimestamp());
            }

            return _view.WaitAsync(cancellationToken);
        }
    }

    // Not cancelled with one watcher: others wait for it too. The writer refuses when the host stops.
    private async Task<BoardView> LookAsync()
    {
        var registered = await registry.RequireMeetAsync(writer.MeetId, CancellationToken.None);
        var now = Instant.From(time.GetUtcNow());
        var (points, devices) = await writer.LookAsync(
            state => (TimingPointStatuses.Of(state, writer.Activity, registered, now), DeviceStates.Of(state, writer.Activity, now)),
            CancellationToken.None);
        devices.Alarms.Add((await alarms.ListOpenAsync(writer.MeetId, CancellationToken.None)).Select(AlarmMessage.Of));
        return new BoardView(points, devices);
    }
}
