using System.Net.Http.Headers;
using System.Text;

namespace RaceSystem.Timing.Protocols.Hosting;

/// <summary>
/// Reads a decoder's endless HTTP answer, again and again. Settings beside the protocol's own: <c>path</c> (when the
/// address is no whole one; default: the protocol's), <c>user</c> and <c>password</c> for basic authentication.
/// </summary>
internal sealed class HttpStreamDialer(DecoderSettings settings, DecoderProtocol protocol, SessionGuard guard)
{
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(10);

    internal async Task RunAsync(Func<IDecoderSession> newSession, CancellationToken cancellationToken)
    {
        using var handler = new SocketsHttpHandler { ConnectTimeout = ConnectTimeout, AllowAutoRedirect = false, UseProxy = false };
        using var http = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        var delays = new RetryDelays(guard.Limits);
        try
        {
            while (true)
            {
                if (await TalkAsync(http, newSession, cancellationToken).ConfigureAwait(false))
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

    private async Task<bool> TalkAsync(HttpClient http, Func<IDecoderSession> newSession, CancellationToken cancellationToken)
    {
        var address = AddressOf();
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            if (settings.Settings.TryGetValue("user", out var user))
            {
                var credentials = Encoding.UTF8.GetBytes($"{user}:{settings.Settings.GetValueOrDefault("password", "")}");
                request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(credentials));
            }

            using var late = new CancellationTokenSource(guard.Limits.Session.IdleTimeout, guard.Clock);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token).ConfigureAwait(false);
            if (!response.IsSuccessStatusCode)
            {
                throw new HttpRequestException($"{address} answers {(int)response.StatusCode}.");
            }

            late.CancelAfter(Timeout.InfiniteTimeSpan);
            var body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            await using (body.ConfigureAwait(false))
            {
                return await guard.RunAsync(newSession(), body, address.ToString(), cancellationToken).ConfigureAwait(false) is null or IOException or TimeoutException;
            }
        }
        catch (HttpRequestException exception)
        {
            guard.Fail(address.ToString(), exception);
            return false;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            guard.Fail(address.ToString(), new TimeoutException($"{address} did not answer within {guard.Limits.Session.IdleTimeout.TotalSeconds} s."));
            return false;
        }
    }

    private Uri AddressOf()
    {
        if (settings.Address.StartsWith("http://", StringComparison.Ordinal) || settings.Address.StartsWith("https://", StringComparison.Ordinal))
        {
            return new Uri(settings.Address);
        }

        var port = settings.Port == 0 ? protocol.DefaultPort : settings.Port;
        return new UriBuilder("http", settings.Address, port, settings.Settings.GetValueOrDefault("path", protocol.StreamPath)).Uri;
    }
}
