using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using Microsoft.Extensions.Logging;

namespace RaceSystem.ServiceDefaults.Listening;

/// <summary>
/// Connection middleware that lets one cleartext port speak HTTP/1.1 (browsers, probes) and HTTP/2 with prior
/// knowledge (gRPC): it looks at the first bytes without consuming them and marks the connection. Kestrel itself
/// always picks HTTP/1.1 on such a port, because without TLS there is no ALPN.
/// </summary>
internal sealed class PrefaceSniffer(ConnectionDelegate next, TimeSpan timeout, TimeProvider time, ILogger logger)
{
    public async Task OnConnectionAsync(ConnectionContext connection)
    {
        switch (await ReadFirstBytesAsync(connection))
        {
            case FirstBytes.Http2Preface:
                var feature = new CleartextHttp2Feature();
                connection.Features.Set<ITlsConnectionFeature>(feature);
                connection.Features.Set<ITlsApplicationProtocolFeature>(feature);
                await next(connection);
                break;
            case FirstBytes.Other:
                await next(connection);
                break;
            case FirstBytes.Undecided:
                // The peer left, was too slow, or the host is stopping: returning closes the connection.
                break;
        }
    }

    private async Task<FirstBytes> ReadFirstBytesAsync(ConnectionContext connection)
    {
        var stopping = connection.Features.Get<IConnectionLifetimeNotificationFeature>()?.ConnectionClosedRequested ?? default;
        using var deadline = new CancellationTokenSource(timeout, time);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, stopping, connection.ConnectionClosed);
        var input = connection.Transport.Input;
        try
        {
            while (true)
            {
                var result = await input.ReadAsync(ended.Token);
                var judgement = Preface.Judge(result.Buffer);
                if (judgement != FirstBytes.Undecided)
                {
                    // Nothing is consumed or examined: the next stage reads the same bytes at once.
                    input.AdvanceTo(result.Buffer.Start);
                    return judgement;
                }

                input.AdvanceTo(result.Buffer.Start, result.Buffer.End);
                if (result.IsCompleted || result.IsCanceled)
                {
                    return FirstBytes.Undecided;
                }
            }
        }
        catch (OperationCanceledException)
        {
            if (deadline.IsCancellationRequested)
            {
                logger.FirstBytesTooSlow(connection.ConnectionId, timeout);
            }

            return FirstBytes.Undecided;
        }
        catch (ConnectionResetException)
        {
            logger.ConnectionResetBeforeRequest(connection.ConnectionId);
            return FirstBytes.Undecided;
        }
    }
}
