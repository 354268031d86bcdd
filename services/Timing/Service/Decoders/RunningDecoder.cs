using RaceSystem.Timing.Protocols;
using RaceSystem.Timing.Protocols.Hosting;
using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.Service.Decoders;

/// <summary>A decoder that this instance talks to.</summary>
internal sealed class RunningDecoder : IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly DecoderObserver _observer;
    private readonly DecoderStream _stream;
    private readonly DecoderClocks _clocks;
    private readonly Task _running;

    internal RunningDecoder(DecoderSpec spec, DecoderProtocol protocol, DecoderRunner runner, DecoderStream stream, DecoderObserver observer, DecoderClocks clocks)
    {
        (Spec, Protocol, Runner, _stream, _observer, _clocks) = (spec, protocol, runner, stream, observer, clocks);
        observer.Watch(() => runner.State.Connections);
        _running = Task.Run(() => runner.RunAsync(_stopping.Token));
    }

    internal DecoderSpec Spec { get; }

    internal DecoderProtocol Protocol { get; }

    internal DecoderRunner Runner { get; }

    /// <summary>Ends with it: a post under way, for example.</summary>
    internal CancellationToken Stopping => _stopping.Token;

    /// <summary>What is to be told of a device, as an edge agent would.</summary>
    internal DeviceReport ReportOf(string deviceId)
    {
        var state = Runner.State;
        var report = new DeviceReport
        {
            DecoderConnected = state.Connections > 0 || Protocol.Transport == DecoderTransport.Webhook,
            RejectedFrames = state.Rejected,
            Problem = state.Connections == 0 && Protocol.Transport != DecoderTransport.Webhook ? state.LastError ?? "" : "",
        };
        if (state.Status.BatteryPercent is { } battery)
        {
            report.BatteryPercent = Math.Clamp(battery, 0, 100);
        }

        if (state.Status.TemperatureC is { } temperature)
        {
            report.TemperatureC = Math.Clamp(temperature, -100, 200);
        }

        _clocks.Describe(deviceId, report);
        return report;
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _observer.Dispose();
        _stream.Dispose();
        _stopping.Dispose();
    }
}
