using System.Net.Sockets;

namespace RaceSystem.Timing.Protocols.Hosting;

/// <summary>Connects to a decoder, again and again.</summary>
internal sealed class DecoderDialer(DecoderSettings settings, DecoderProtocol protocol, SessionGuard guard)
{
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(10);

    internal async Task RunAsync(Func<IDecoderSession> newSession, CancellationToken cancellationToken)
    {
        var delays = new RetryDelays(guard.Limits);
        try
        {
            while (true)
            {
                if (await TalkAsync(newSession, cancellationToken).ConfigureAwait(false))
                {
                    delays.Reset();
                }

                await Task.Delay(delays.Next(), guard.Clock, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The runner stops.
        }
    }

    /// <summary>One connection; whether there was one that delivered something.</summary>
    private async Task<bool> TalkAsync(Func<IDecoderSession> newSession, CancellationToken cancellationToken)
    {
        var port = settings.Port == 0 ? protocol.DefaultPort : settings.Port;
        var remote = $"{settings.Address}:{port}";
        using var client = new TcpClient { NoDelay = true };
        try
        {
            using var late = new CancellationTokenSource(ConnectTimeout, guard.Clock);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
            await client.ConnectAsync(settings.Address, port, either.Token).ConfigureAwait(false);
            client.Client.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true);
        }
        catch (SocketException exception)
        {
            guard.Fail(remote, exception);
            return false;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            guard.Fail(remote, new TimeoutException($"{remote} did not answer within {ConnectTimeout.TotalSeconds} s."));
            return false;
        }

        var failure = await guard.RunAsync(newSession(), client.GetStream(), remote, cancellationToken).ConfigureAwait(false);
        return failure is null or IOException or TimeoutException;
    }
}
