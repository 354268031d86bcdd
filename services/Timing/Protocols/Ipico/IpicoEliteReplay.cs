using System.Globalization;
using System.Net.Sockets;
using System.Text;
using RaceSystem.Timing.Protocols.Clocks;
using RaceSystem.Timing.Protocols.Files;
using RaceSystem.Timing.Protocols.Framing;

namespace RaceSystem.Timing.Protocols.Ipico;

/// <summary>
/// Asks an Elite on its control port for the reads since a time and takes them from its replay port, beside the live
/// connection. Both ports are dialled at the address of the live connection.
/// </summary>
internal sealed class IpicoEliteReplay : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly DecoderSessionContext _context;
    private readonly ReplayPoint _point;
    private readonly CancellationTokenSource _ending;
    private readonly string _host;
    private readonly string _command;
    private readonly BatchBuffer _buffer;
    private Task? _run;

    public IpicoEliteReplay(DecoderSessionContext context, ReplayPoint point, long from, CancellationToken cancellationToken)
    {
        if (context.Setting("control-host", "") is not { Length: > 0 } host)
        {
            throw new DecoderProtocolException("With replay=elite the setting control-host must name the reader, whose control port is dialled too.");
        }

        (_context, _point, _host) = (context, point, host);
        _ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _buffer = new BatchBuffer(context.Sink);
        _command = string.Create(
            CultureInfo.InvariantCulture,
            $"replay_start file.{context.Setting("replay-file", "ttyS0")} port.{Port("replay-port", 10_300)} datetime.{WallTime.ToDateTime(from):yyMMddHHmmss}\n");
    }

    /// <summary>Starts the replay, or starts it again after a failure; ends it when it is complete.</summary>
    public async Task TickAsync()
    {
        if (_run is { IsCompleted: false })
        {
            return;
        }

        if (_run is null || !await SucceededAsync(_run).ConfigureAwait(false))
        {
            _run = RunAsync(_ending.Token);
            return;
        }

        _point.EndReplay();
    }

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync().ConfigureAwait(false);
        if (_run is not null)
        {
            await _run.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        _ending.Dispose();
    }

    /// <summary>A failed store ends the session; a failed connection does not.</summary>
    private async Task<bool> SucceededAsync(Task run)
    {
        try
        {
            await run.ConfigureAwait(false);
            return true;
        }
        catch (Exception exception) when (exception is IOException or SocketException)
        {
            _context.Sink.Reject(RejectedFrame.Of($"the replay failed and is asked for again: {FileLine.Show(exception.Message)}", Encoding.ASCII.GetBytes(_command)));
            return false;
        }
    }

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        using var control = new TcpClient();
        await control.ConnectAsync(_host, Port("control-port", 9_999), cancellationToken).ConfigureAwait(false);
        await control.GetStream().WriteAsync(Encoding.ASCII.GetBytes(_command), cancellationToken).ConfigureAwait(false);
        using var replay = await DialReplayAsync(cancellationToken).ConfigureAwait(false);
        var stream = replay.GetStream();
        await stream.WriteAsync("\n"u8.ToArray(), cancellationToken).ConfigureAwait(false);
        var frames = new FrameReader(stream, "\r\n"u8.ToArray(), _context.Limits with { IdleTimeout = Patience }, _context.Clock);
        try
        {
            while (await frames.ReadAsync(cancellationToken).ConfigureAwait(false) is { } frame)
            {
                await TakeAsync(frames, frame, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (TimeoutException)
        {
            // A reader that keeps the port open falls silent when everything was sent.
        }
    }

    /// <summary>The reader opens the port after it took the command.</summary>
    private async Task<TcpClient> DialReplayAsync(CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var client = new TcpClient();
            try
            {
                await client.ConnectAsync(_host, Port("replay-port", 10_300), cancellationToken).ConfigureAwait(false);
                return client;
            }
            catch (Exception exception) when (exception is SocketException or OperationCanceledException)
            {
                client.Dispose();
                if (attempt == 10 || exception is OperationCanceledException)
                {
                    throw;
                }
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), _context.Clock, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Takes a frame and what came with it.</summary>
    private async Task TakeAsync(FrameReader frames, Frame frame, CancellationToken cancellationToken)
    {
        Take(frame);
        while (!_buffer.IsFull && frames.TryRead(out frame))
        {
            Take(frame);
        }

        await _buffer.StoreAsync(cancellationToken).ConfigureAwait(false);
    }

    private void Take(Frame frame)
    {
        var text = IpicoReads.FrameIn(frame.Text);
        var problem = "the line is too long";
        if (text.IsEmpty || IpicoReads.IsWords(frame.Text))
        {
            return;
        }

        if (frame.IsOversize || !IpicoParser.TryParse(text, out var parsed, out problem))
        {
            _context.Sink.Reject(RejectedFrame.Of(problem, frame.Bytes));
        }
        else if (parsed is IpicoFrame.Read read && WallTime.TryResolve(_context.Times, read.Wall, out var micros, out _))
        {
            _buffer.Add(IpicoReads.Location(read.Reader), IpicoReads.Decode(read, micros));
        }
    }

    private int Port(string name, int otherwise) =>
        int.TryParse(_context.Setting(name, ""), NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= 65_535 ? port : otherwise;
}
