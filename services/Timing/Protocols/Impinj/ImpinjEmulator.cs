using System.Globalization;
using System.Text;
using RaceSystem.Timing.Protocols.Emulation;

namespace RaceSystem.Timing.Protocols.Impinj;

/// <summary>
/// A reader that answers a GET of its stream with chunks, keeps events while nobody listens, and ends the answer when all
/// are out. The protocol has no acks: when the other side breaks the connection, the newest events are sent again.
/// </summary>
internal sealed class ImpinjEmulator(EmulatorSettings settings) : TcpEmulator(settings, dials: false, Garbage)
{
    private const int MaxRequestBytes = 8 * 1024;
    private const int RepeatedAfterBreak = 2_000;
    private int _next;
    private long _delivered;
    private bool _ended;

    /// <inheritdoc/>
    public override long Delivered => Interlocked.Read(ref _delivered);

    /// <inheritdoc/>
    protected override bool IsDone => _ended;

    /// <inheritdoc/>
    protected override async Task TalkAsync(EmulatedLine line, CancellationToken cancellationToken)
    {
        var request = await ReadRequestAsync(line, cancellationToken).ConfigureAwait(false);
        if (!request.StartsWith("GET " + ImpinjProtocol.StreamPath, StringComparison.Ordinal))
        {
            await line.SendPlainAsync("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray(), cancellationToken).ConfigureAwait(false);
            return;
        }

        try
        {
            await StreamAsync(line, cancellationToken).ConfigureAwait(false);
        }
        catch (IOException exception) when (exception is not LineBrokenException)
        {
            _next = Math.Max(0, _next - RepeatedAfterBreak);
            throw;
        }
    }

    private async Task StreamAsync(EmulatedLine line, CancellationToken cancellationToken)
    {
        const string Head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n";
        await line.SendPlainAsync(Encoding.ASCII.GetBytes(Head), cancellationToken).ConfigureAwait(false);
        var host = Settings.Reads.Count > 0 ? Settings.Reads[0].Location : "";
        await line.SendPlainAsync(Chunk(ImpinjWriter.Status(host, Settings.Clock.GetUtcNow())), cancellationToken).ConfigureAwait(false);
        while (_next < Settings.Reads.Count)
        {
            await Settings.WhenMoreAsync(_next, TimeSpan.MaxValue, cancellationToken).ConfigureAwait(false);
            var read = Settings.Reads[_next];
            _next++;
            Interlocked.Exchange(ref _delivered, Math.Max(_delivered, _next));
            await line.SendAsync(Chunk(ImpinjWriter.Line(read)), cancellationToken).ConfigureAwait(false);
        }

        await line.SendPlainAsync("0\r\n\r\n"u8.ToArray(), cancellationToken).ConfigureAwait(false);
        _ended = true;
    }

    private static async Task<string> ReadRequestAsync(EmulatedLine line, CancellationToken cancellationToken)
    {
        var request = new StringBuilder();
        var buffer = new byte[1024];
        while (request.Length < MaxRequestBytes && !request.ToString().Contains("\r\n\r\n", StringComparison.Ordinal))
        {
            var count = await line.Stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
            if (count == 0)
            {
                break;
            }

            request.Append(Encoding.Latin1.GetString(buffer, 0, count));
        }

        return request.ToString();
    }

    private static ReadOnlyMemory<byte> Garbage(FaultInjector faults) => Chunk(Encoding.UTF8.GetBytes(faults.TextGarbage() + "\r\n"));

    private static byte[] Chunk(byte[] content) =>
        [.. Encoding.ASCII.GetBytes(content.Length.ToString("x", CultureInfo.InvariantCulture) + "\r\n"), .. content, .. "\r\n"u8];
}
