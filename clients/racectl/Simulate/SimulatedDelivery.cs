using System.Net;
using RaceSystem.Client;
using RaceSystem.Racectl.CommandLine;
using RaceSystem.Racectl.Replay;
using RaceSystem.Timing.Protocols;
using RaceSystem.Timing.Protocols.Emulation;
using RaceSystem.Timing.V1;

namespace RaceSystem.Racectl.Simulate;

/// <summary>Lets the emulated decoders deliver their reads over real sockets, to the last one.</summary>
internal sealed class SimulatedDelivery(SimulationSite site, SimulateOptions options, Terminal terminal) : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>How long nothing may move.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Dictionary<string, IDecoderEmulator> _emulators = new(StringComparer.Ordinal);

    /// <summary>How the decoders did, by id; there after <see cref="RunAsync"/>, unless they spoke to an agent.</summary>
    public IReadOnlyDictionary<string, DecoderState> States { get; private set; } = new Dictionary<string, DecoderState>();

    /// <summary>Returns when all reads are on Timing's disk.</summary>
    public async Task RunAsync(IReadOnlyList<SimulatedDecoder> decoders, CancellationToken cancellationToken)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var pace = PaceOf(decoders);
        if (options.IsThroughAgent)
        {
            foreach (var decoder in decoders)
            {
                Create(decoder, options.AgentByDevice.GetValueOrDefault(decoder.Devices[0].DeviceId) ?? options.Agent!, "/", pace);
            }
        }
        else
        {
            await MeetTimingAsync(decoders, pace, stopping.Token).ConfigureAwait(false);
        }

        await terminal.WithProgressAsync("reads", decoders.Sum(decoder => (long)decoder.Reads.Count), progress => DeliverAsync(progress, stopping)).ConfigureAwait(false);
        foreach (var emulator in _emulators.Values)
        {
            await emulator.DisposeAsync().ConfigureAwait(false);
        }

        if (!options.IsThroughAgent)
        {
            await DrainAsync(decoders, cancellationToken).ConfigureAwait(false);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var emulator in _emulators.Values)
        {
            await emulator.DisposeAsync().ConfigureAwait(false);
        }
    }

    private ReplayPace? PaceOf(IReadOnlyList<SimulatedDecoder> decoders)
    {
        if (options.Replay.Speed is null)
        {
            return null;
        }

        // Whoever waits for its moment blocks a thread.
        ThreadPool.SetMinThreads(decoders.Count + Environment.ProcessorCount, Environment.ProcessorCount);
        var begin = decoders.Where(decoder => decoder.Reads.Count > 0).Select(decoder => decoder.Reads[0].TimeMicros).DefaultIfEmpty(ReplayPlan.Gun.Micros).Min();
        return new ReplayPace(options.Replay.Speed, begin - ReplayPlan.Gun.Micros, TimeProvider.System);
    }

    private async Task MeetTimingAsync(IReadOnlyList<SimulatedDecoder> decoders, ReplayPace? pace, CancellationToken cancellationToken)
    {
        var host = await site.HostAsync(cancellationToken).ConfigureAwait(false);
        foreach (var decoder in decoders.Where(decoder => decoder.Protocol.Transport is DecoderTransport.Dial or DecoderTransport.HttpStream))
        {
            Create(decoder, new IPEndPoint(IPAddress.Loopback, 0), "/", pace).Start();
        }

        await site.ApplyAsync(decoders.Select(decoder => (decoder, _emulators.GetValueOrDefault(decoder.DecoderId))), host, cancellationToken).ConfigureAwait(false);
        var endpoints = await site.EndpointsAsync(decoders, cancellationToken).ConfigureAwait(false);
        foreach (var decoder in decoders)
        {
            if (decoder.Protocol.Transport == DecoderTransport.Listen)
            {
                Create(decoder, new IPEndPoint(host, IPEndPoint.Parse(endpoints[decoder.DecoderId]).Port), "/", pace);
            }
            else if (decoder.Protocol.Transport == DecoderTransport.Webhook)
            {
                Create(decoder, new IPEndPoint(host, options.TimingAddress.Port), endpoints[decoder.DecoderId], pace);
            }
        }
    }

    private IDecoderEmulator Create(SimulatedDecoder decoder, IPEndPoint endPoint, string path, ReplayPace? pace)
    {
        var seed = unchecked((options.Replay.Noise.Seed * 397) + _emulators.Count);
        var emulator = decoder.Protocol.CreateEmulator(new EmulatorSettings(
            decoder.Reads, endPoint, options.Zone, options.Faults, seed, TimeProvider.System, path, pace is null ? null : new MadeReads(decoder.Reads, pace).Count));
        _emulators.Add(decoder.DecoderId, emulator);
        return emulator;
    }

    private async Task DeliverAsync(Action<long> progress, CancellationTokenSource stopping)
    {
        var running = _emulators.Values.Select(emulator => Task.Run(() => emulator.RunAsync(stopping.Token), CancellationToken.None)).ToList();
        var all = Task.WhenAll(running);
        var patience = new DeliveryPatience(options.IsThroughAgent ? null : site, options.Replay.Speed is null ? Patience : Timeout.InfiniteTimeSpan);
        var delivered = 0L;
        while (!all.IsCompleted && !running.Exists(task => task.IsFaulted))
        {
            await Task.WhenAny(all, Task.Delay(Pause, stopping.Token)).ConfigureAwait(false);
            var now = _emulators.Values.Sum(emulator => emulator.Delivered);
            progress(now - delivered);
            delivered = now;
            if (!all.IsCompleted && await patience.IsOverAsync(delivered, stopping.Token).ConfigureAwait(false))
            {
                await stopping.CancelAsync().ConfigureAwait(false);
                throw await StuckAsync(delivered).ConfigureAwait(false);
            }
        }

        if (!all.IsCompleted)
        {
            // One emulator failed: the others need not go on.
            await stopping.CancelAsync().ConfigureAwait(false);
        }

        await all.ConfigureAwait(false);
    }

    private async Task<InputException> StuckAsync(long delivered)
    {
        var states = options.IsThroughAgent ? [] : (await site.StatesAsync(CancellationToken.None).ConfigureAwait(false)).Values;
        var problems = states.Where(state => state.LastError.Length > 0).Select(state => new Problem(0, state.Decoder.DecoderId, state.LastError));
        return new InputException($"No read was delivered for {Patience.TotalMinutes:0} minutes; {delivered} were before that.", [.. problems]);
    }

    /// <summary>Waits until Timing has worked off every connection: then everything they brought is on disk.</summary>
    private async Task DrainAsync(IReadOnlyList<SimulatedDecoder> decoders, CancellationToken cancellationToken)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var states = await site.StatesAsync(cancellationToken).ConfigureAwait(false);
            if (decoders.FirstOrDefault(decoder => states[decoder.DecoderId].ConnectionCount > 0) is not { } busy)
            {
                States = states;
                return;
            }

            if (TimeProvider.System.GetElapsedTime(started) > Patience)
            {
                throw new InputException($"Timing still has a connection of decoder '{busy.DecoderId}', which has ended.");
            }

            await Task.Delay(Pause, cancellationToken).ConfigureAwait(false);
        }
    }
}
