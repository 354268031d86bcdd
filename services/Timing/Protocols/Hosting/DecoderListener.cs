using System.Net;
using System.Net.Sockets;

namespace RaceSystem.Timing.Protocols.Hosting;

/// <summary>Lets a decoder connect, within limits.</summary>
internal sealed class DecoderListener(DecoderSettings settings, SessionGuard guard, ConnectionSlots slots, DecoderCounters counters, HostingLimits limits)
{
    internal async Task RunAsync(Func<IDecoderSession> newSession, CancellationToken cancellationToken)
    {
        var delays = new RetryDelays(limits);
        var open = new HashSet<Task>();
        try
        {
            while (true)
            {
                try
                {
                    await ListenAsync(newSession, open, delays, cancellationToken).ConfigureAwait(false);
                }
                catch (Exception exception) when (exception is SocketException or IOException)
                {
                    // The port is taken or the network is not up yet: it may be later.
                    guard.Fail($"{settings.Address}:{settings.Port}", exception);
                    await Task.Delay(delays.Next(), guard.Clock, cancellationToken).ConfigureAwait(false);
                }
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The runner stops, and its sessions with it.
        }

        await Task.WhenAll(open).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task ListenAsync(Func<IDecoderSession> newSession, HashSet<Task> open, RetryDelays delays, CancellationToken cancellationToken)
    {
        using var listener = settings.Address.Length == 0
            ? TcpListener.Create(settings.Port)
            : new TcpListener(IPAddress.Parse(settings.Address), settings.Port);
        listener.Start();
        try
        {
            var endPoint = (IPEndPoint)listener.LocalEndpoint;
            counters.Listening(endPoint);
            guard.Observer.Listening(settings.DecoderId, endPoint);
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync(cancellationToken).ConfigureAwait(false);
                delays.Reset();
                open.RemoveWhere(task => task.IsCompleted);
                if (Admit(client) is { } remote)
                {
                    open.Add(ServeAsync(client, remote, newSession, cancellationToken));
                }
            }
        }
        finally
        {
            counters.Listening(null);
        }
    }

    /// <summary>The remote end of a connection that may stay; null when it was closed.</summary>
    private IPEndPoint? Admit(TcpClient client)
    {
        try
        {
            client.NoDelay = true;
            client.Client.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true);
            var remote = (IPEndPoint)client.Client.RemoteEndPoint!;
            if (slots.TryTake(remote.Address, out var problem))
            {
                return remote;
            }

            guard.TurnAway(remote.ToString(), problem);
        }
        catch (SocketException exception)
        {
            // It was gone before it was served.
            guard.Fail("", exception);
        }

        client.Dispose();
        return null;
    }

    private async Task ServeAsync(TcpClient client, IPEndPoint remote, Func<IDecoderSession> newSession, CancellationToken cancellationToken)
    {
        try
        {
            using (client)
            {
                await guard.RunAsync(newSession(), client.GetStream(), remote.ToString(), cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            slots.Release(remote.Address);
        }
    }
}
