using System.Net;
using RaceSystem.Kernel;

namespace RaceSystem.Timing.Protocols.Hosting;

/// <summary>What happened to a decoder so far. Safe to use from several threads.</summary>
internal sealed class DecoderCounters(TimeProvider clock)
{
    private readonly Lock _lock = new();
    private DecoderState _state = new(0, 0, 0, 0, 0, 0, 0, 0, 0, null, null, null, null, new DecoderStatus());

    internal DecoderState State
    {
        get
        {
            lock (_lock)
            {
                return _state;
            }
        }
    }

    internal void Opened() => Change(state => state with { Connections = state.Connections + 1, Sessions = state.Sessions + 1 });

    internal void Closed() => Change(state => state with { Connections = state.Connections - 1 });

    internal void TurnedAway(string problem) => Change(state => Wrong(state, problem) with { TurnedAway = state.TurnedAway + 1 });

    internal void Failed(string problem) => Change(state => Wrong(state, problem) with { FailedSessions = state.FailedSessions + 1 });

    internal void Received(int bytes) => Change(state => state with { BytesReceived = state.BytesReceived + bytes });

    internal void Stored(int reads, int markers) => Change(state => state with
    {
        Reads = state.Reads + reads,
        Markers = state.Markers + markers,
        LastRead = Instant.From(clock.GetUtcNow()),
    });

    internal void Ignored(int count) => Change(state => state with { Ignored = state.Ignored + count });

    internal void Rejected() => Change(state => state with { Rejected = state.Rejected + 1 });

    internal void Listening(IPEndPoint? endPoint) => Change(state => state with { LocalEndPoint = endPoint });

    internal void Reported(DecoderStatus status) => Change(state => state with
    {
        Status = new DecoderStatus(
            status.Name ?? state.Status.Name,
            status.BatteryPercent ?? state.Status.BatteryPercent,
            status.TemperatureC ?? state.Status.TemperatureC),
    });

    private DecoderState Wrong(DecoderState state, string problem) => state with { LastError = problem, LastErrorTime = Instant.From(clock.GetUtcNow()) };

    private void Change(Func<DecoderState, DecoderState> change)
    {
        lock (_lock)
        {
            _state = change(_state);
        }
    }
}
