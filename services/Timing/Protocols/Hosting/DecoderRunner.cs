using System.Net;
using RaceSystem.Timing.Protocols.Clocks;

namespace RaceSystem.Timing.Protocols.Hosting;

/// <summary>
/// Keeps one decoder connected: listens for it, dials it, reads its HTTP stream or takes its posts, and runs a session of
/// its protocol on each connection. Whatever happens on a connection is counted and told, and never ends the runner.
/// </summary>
public sealed class DecoderRunner
{
    private readonly DecoderProtocol _protocol;
    private readonly DecoderSessionContext _context;
    private readonly DecoderCounters _counters;
    private readonly ConnectionSlots _slots;
    private readonly SessionGuard _guard;
    private readonly HostingLimits _limits;

    /// <summary>Makes a runner; nothing happens before <see cref="RunAsync"/>.</summary>
    /// <param name="settings">The decoder.</param>
    /// <param name="protocol">What it speaks.</param>
    /// <param name="store">Where its reads go.</param>
    /// <param name="memory">Lives longer than the runner.</param>
    /// <param name="deadLetters">Where goes what could not be understood.</param>
    /// <param name="observer">Is told what happens.</param>
    /// <param name="clock">Time-outs, waits and stamps.</param>
    /// <param name="limits">Bounds; null: the default ones.</param>
    public DecoderRunner(
        DecoderSettings settings,
        DecoderProtocol protocol,
        IDecoderStore store,
        IDecoderMemory memory,
        DeadLetterLog deadLetters,
        IDecoderObserver observer,
        TimeProvider clock,
        HostingLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(protocol);
        Settings = settings;
        _protocol = protocol;
        _limits = limits ?? HostingLimits.Default;
        _counters = new DecoderCounters(clock);
        _slots = new ConnectionSlots(_limits);
        _context = new DecoderSessionContext(
            new DecoderSink(settings, store, deadLetters, _counters, observer),
            new DeviceTimes(settings.Zone, settings.Date, clock),
            memory,
            clock,
            _limits.Session,
            settings.Settings);
        _guard = new SessionGuard(settings.DecoderId, _counters, observer, clock, _limits);
    }

    /// <summary>The decoder.</summary>
    public DecoderSettings Settings { get; }

    /// <summary>How it does now.</summary>
    public DecoderState State => _counters.State;

    /// <summary>Runs until cancelled; a webhook's runner only waits. Call it once.</summary>
    public Task RunAsync(CancellationToken cancellationToken) => _protocol.Transport switch
    {
        DecoderTransport.Listen => new DecoderListener(Settings, _guard, _slots, _counters, _limits).RunAsync(NewSession, cancellationToken),
        DecoderTransport.Dial => new DecoderDialer(Settings, _protocol, _guard).RunAsync(NewSession, cancellationToken),
        DecoderTransport.HttpStream => new HttpStreamDialer(Settings, _protocol, _guard).RunAsync(NewSession, cancellationToken),
        DecoderTransport.Webhook => WaitAsync(cancellationToken),
        _ => throw new ArgumentOutOfRangeException(nameof(cancellationToken), _protocol.Transport, "No such transport."),
    };

    /// <summary>Takes one post of a decoder; its answer is the ack.</summary>
    /// <param name="body">The body; its owner bounds its length.</param>
    /// <param name="remote">Who posted; null when unknown.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<WebhookAnswer> HandleWebhookAsync(Stream body, IPAddress? remote, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(body);
        var address = remote ?? IPAddress.None;
        if (!_slots.TryTake(address, out var problem))
        {
            _guard.TurnAway(address.ToString(), problem);
            return new WebhookAnswer(429, problem);
        }

        try
        {
            var failure = await _guard.RunAsync(NewSession(), body, address.ToString(), cancellationToken).ConfigureAwait(false);
            return failure switch
            {
                null => new WebhookAnswer(200, "stored"),
                DecoderProtocolException => new WebhookAnswer(400, failure.Message),
                TimeoutException => new WebhookAnswer(408, failure.Message),
                DecoderSinkException => new WebhookAnswer(503, failure.Message),
                _ => new WebhookAnswer(503, "The post was not understood to its end; send it again."),
            };
        }
        finally
        {
            _slots.Release(address);
        }
    }

    private IDecoderSession NewSession() => _protocol.CreateSession(_context);

    private static async Task WaitAsync(CancellationToken cancellationToken) =>
        await Task.Delay(Timeout.Infinite, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
