using RaceSystem.Timing.Protocols;
using RaceSystem.Timing.Protocols.Hosting;

namespace RaceSystem.Timing.Service.Decoders;

/// <summary>A decoder that this instance talks to.</summary>
internal sealed class RunningDecoder : IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly DecoderObserver _observer;
    private readonly DecoderStream _stream;
    private readonly Task _running;

    internal RunningDecoder(DecoderSpec spec, DecoderProtocol protocol, DecoderRunner runner, DecoderStream stream, DecoderObserver observer)
    {
        (Spec, Protocol, Runner, _stream, _observer) = (spec, protocol, runner, stream, observer);
        observer.Watch(() => runner.State.Connections);
        _running = Task.Run(() => runner.RunAsync(_stopping.Token));
    }

    internal DecoderSpec Spec { get; }

    internal DecoderProtocol Protocol { get; }

    internal DecoderRunner Runner { get; }

    /// <summary>Ends with it: a post under way, for example.</summary>
    internal CancellationToken Stopping => _stopping.Token;

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _observer.Dispose();
        _stream.Dispose();
        _stopping.Dispose();
    }
}
