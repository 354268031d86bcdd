using System.Net;
using System.Net.Http.Headers;

namespace RaceSystem.Timing.Protocols.Emulation;

/// <summary>
/// A decoder that posts its reads over HTTP, one request after the other, each again until it is answered with success;
/// broken requests come between, and answers get lost.
/// </summary>
public sealed class WebhookEmulator : IDecoderEmulator
{
    private static readonly TimeSpan PauseBeforeRetry = TimeSpan.FromMilliseconds(20);
    private readonly EmulatorSettings _settings;
    private readonly int _readsPerRequest;
    private readonly Func<IReadOnlyList<EmulatedRead>, TimeZoneInfo, byte[]> _write;
    private readonly MediaTypeHeaderValue _contentType;
    private readonly FaultInjector _faults;
    private readonly HttpClient _client = new();
    private long _delivered;

    /// <summary>A decoder.</summary>
    /// <param name="settings">What it does.</param>
    /// <param name="readsPerRequest">Reads in one request at most.</param>
    /// <param name="write">Writes the body of a request.</param>
    /// <param name="contentType">Of the body.</param>
    public WebhookEmulator(
        EmulatorSettings settings, int readsPerRequest, Func<IReadOnlyList<EmulatedRead>, TimeZoneInfo, byte[]> write, string contentType = "application/json")
    {
        ArgumentNullException.ThrowIfNull(settings);
        (_settings, _readsPerRequest, _write) = (settings, readsPerRequest, write);
        _contentType = MediaTypeHeaderValue.Parse(contentType);
        _faults = new FaultInjector(settings.Faults, settings.Seed, settings.Clock);
    }

    /// <inheritdoc/>
    public IPEndPoint EndPoint => _settings.EndPoint;

    /// <inheritdoc/>
    public long Delivered => Interlocked.Read(ref _delivered);

    /// <inheritdoc/>
    public void Start()
    {
    }

    /// <inheritdoc/>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        for (var next = 0; next < _settings.Reads.Count;)
        {
            await _settings.WhenMoreAsync(next, TimeSpan.MaxValue, cancellationToken).ConfigureAwait(false);
            var reads = _settings.Reads.Skip(next).Take(Math.Min(_readsPerRequest, _settings.Made - next)).ToArray();
            await _faults.BeLateAsync(cancellationToken).ConfigureAwait(false);
            if (_faults.IsPrecededByGarbage())
            {
                await PostAsync(System.Text.Encoding.ASCII.GetBytes(_faults.TextGarbage()), cancellationToken).ConfigureAwait(false);
            }

            await DeliverAsync(_write(reads, _settings.Zone), cancellationToken).ConfigureAwait(false);
            next += reads.Length;
            Interlocked.Add(ref _delivered, reads.Length);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _client.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task DeliverAsync(byte[] body, CancellationToken cancellationToken)
    {
        if (_faults.ComesTwice())
        {
            await PostAsync(body, cancellationToken).ConfigureAwait(false);
        }

        // An answer that the line swallowed is no answer: the decoder posts again.
        while (!await PostAsync(body, cancellationToken).ConfigureAwait(false) || _faults.BreaksNow())
        {
            await Task.Delay(PauseBeforeRetry, _settings.Clock, cancellationToken).ConfigureAwait(false);
        }

        await _faults.HesitateAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task<bool> PostAsync(byte[] body, CancellationToken cancellationToken)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = _contentType;
        try
        {
            using var answer = await _client.PostAsync(new Uri($"http://{EndPoint}{_settings.WebhookPath}"), content, cancellationToken).ConfigureAwait(false);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            // Nobody listens, or the connection broke: the caller posts again.
            return false;
        }
    }
}
