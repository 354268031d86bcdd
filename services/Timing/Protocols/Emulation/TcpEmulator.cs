using System.Net;
using System.Net.Sockets;

namespace RaceSystem.Timing.Protocols.Emulation;

/// <summary>
/// The part of an emulated decoder that all protocols over TCP share: it connects or listens, talks until its line
/// breaks, and comes back until everything is delivered. A protocol adds what is said on one connection.
/// </summary>
public abstract class TcpEmulator : IDecoderEmulator
{
    private static readonly TimeSpan PauseBeforeRedial = TimeSpan.FromMilliseconds(20);
    private readonly bool _dials;
    private readonly Func<FaultInjector, ReadOnlyMemory<byte>>? _garbage;
    private Socket? _listener;

    /// <summary>A decoder.</summary>
    /// <param name="settings">What it does.</param>
    /// <param name="dials">Whether it connects to us (true) or listens.</param>
    /// <param name="garbage">Makes a broken frame with its delimiter, one that no parser takes for a read; null: none.</param>
    protected TcpEmulator(EmulatorSettings settings, bool dials, Func<FaultInjector, ReadOnlyMemory<byte>>? garbage)
    {
        ArgumentNullException.ThrowIfNull(settings);
        (Settings, _dials, _garbage, EndPoint) = (settings, dials, garbage, settings.EndPoint);
        Faults = new FaultInjector(settings.Faults, settings.Seed, settings.Clock);
    }

    /// <inheritdoc/>
    public IPEndPoint EndPoint { get; private set; }

    /// <inheritdoc/>
    public abstract long Delivered { get; }

    /// <summary>What it does.</summary>
    protected EmulatorSettings Settings { get; }

    /// <summary>How it misbehaves.</summary>
    protected FaultInjector Faults { get; }

    /// <summary>Whether the other side has every read, as far as the protocol can know.</summary>
    protected abstract bool IsDone { get; }

    /// <inheritdoc/>
    public void Start()
    {
        if (_dials || _listener is not null)
        {
            return;
        }

        _listener = new Socket(EndPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        _listener.Bind(EndPoint);
        _listener.Listen();
        EndPoint = (IPEndPoint)_listener.LocalEndPoint!;
    }

    /// <inheritdoc/>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        Start();
        while (!IsDone)
        {
            if (await OpenAsync(cancellationToken).ConfigureAwait(false) is not { } socket)
            {
                await Task.Delay(PauseBeforeRedial, Settings.Clock, cancellationToken).ConfigureAwait(false);
                continue;
            }

            using var line = new EmulatedLine(socket, Faults, _garbage, Settings.Clock);
            try
            {
                await TalkAsync(line, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is IOException or SocketException)
            {
                // The line broke, by a fault or by the other side: a decoder comes back.
            }

            await line.CloseAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _listener?.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    /// <summary>
    /// Talks on one connection; returns when everything is delivered or the other side ended. An
    /// <see cref="IOException"/> means that the line broke. State that outlives the connection is the protocol's.
    /// </summary>
    protected abstract Task TalkAsync(EmulatedLine line, CancellationToken cancellationToken);

    private async Task<Socket?> OpenAsync(CancellationToken cancellationToken)
    {
        if (!_dials)
        {
            return await _listener!.AcceptAsync(cancellationToken).ConfigureAwait(false);
        }

        var socket = new Socket(EndPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await socket.ConnectAsync(EndPoint, cancellationToken).ConfigureAwait(false);
            return socket;
        }
        catch (SocketException)
        {
            // Nobody listens yet: the caller tries again.
            socket.Dispose();
            return null;
        }
        catch (OperationCanceledException)
        {
            socket.Dispose();
            throw;
        }
    }
}
