using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using RaceSystem.Kernel;
using RaceSystem.Timing.Protocols.Emulation;
using RaceSystem.Timing.Protocols.Framing;
using static RaceSystem.Timing.Protocols.JsonValues;

namespace RaceSystem.Timing.Protocols.Chronokeep;

/// <summary>
/// A portal: pushes reads to who has subscribed, keeps all it has made, and tells those of a range when it is asked. It ends
/// when it was asked for what was missed on this connection and then answered a question for a sign of life.
/// </summary>
internal sealed class ChronokeepEmulator(EmulatorSettings settings) : TcpEmulator(settings, dials: false, Garbage)
{
    private const int MaxReadsPerPush = 5;
    private readonly Random _random = new(settings.Seed);
    private int _made;
    private bool _isDone;
    private bool _toldMissed;

    /// <inheritdoc/>
    public override long Delivered => Volatile.Read(ref _made);

    /// <inheritdoc/>
    protected override bool IsDone => _isDone;

    /// <inheritdoc/>
    protected override async Task TalkAsync(EmulatedLine line, CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var heard = Channel.CreateUnbounded<byte[]>();
        var listening = ListenAsync(line.Stream, heard.Writer, ending.Token);
        _toldMissed = false;
        try
        {
            await AnswerUntilAsync(line, heard.Reader, "connect", cancellationToken).ConfigureAwait(false);
            while (_made < Settings.Reads.Count)
            {
                while (heard.Reader.TryRead(out var command))
                {
                    await AnswerAsync(line, command, cancellationToken).ConfigureAwait(false);
                }

                if (_made < Settings.Made)
                {
                    await PushAsync(line, cancellationToken).ConfigureAwait(false);
                }
                else if (!await Settings.WhenHeardAsync(heard.Reader, _made, cancellationToken).ConfigureAwait(false))
                {
                    throw new LineBrokenException("The other side has ended.");
                }
            }

            if (!_toldMissed)
            {
                await AnswerUntilAsync(line, heard.Reader, "reads_get", cancellationToken).ConfigureAwait(false);
            }

            await line.SendPlainAsync(Line("""{"command":"keepalive"}"""), cancellationToken).ConfigureAwait(false);
            await AnswerUntilAsync(line, heard.Reader, "keepalive_ack", cancellationToken).ConfigureAwait(false);
            await Faults.HesitateAsync(cancellationToken).ConfigureAwait(false);
            _isDone = true;
            await line.SendPlainAsync(Line("""{"command":"disconnect"}"""), cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await ending.CancelAsync().ConfigureAwait(false);
            await listening.ConfigureAwait(false);
        }
    }

    private Task PushAsync(EmulatedLine line, CancellationToken cancellationToken)
    {
        var reads = Settings.Reads.Skip(_made).Take(Math.Min(_random.Next(1, MaxReadsPerPush + 1), Settings.Made - _made)).ToArray();
        Volatile.Write(ref _made, _made + reads.Length);
        return line.SendAsync(Reads(reads), cancellationToken);
    }

    private async Task AnswerUntilAsync(EmulatedLine line, ChannelReader<byte[]> heard, string expected, CancellationToken cancellationToken)
    {
        while (await heard.WaitToReadAsync(cancellationToken).ConfigureAwait(false))
        {
            while (heard.TryRead(out var command))
            {
                if (await AnswerAsync(line, command, cancellationToken).ConfigureAwait(false) == expected)
                {
                    return;
                }
            }
        }

        throw new LineBrokenException("The other side has ended.");
    }

    private async Task<string> AnswerAsync(EmulatedLine line, byte[] bytes, CancellationToken cancellationToken)
    {
        using var command = JsonDocument.Parse(bytes);
        var name = Text(command.RootElement, "command") ?? "";
        var answer = name switch
        {
            "connect" => Line("""{"command":"connection_successful","name":"Portal","kind":"chrono_portal","version":1,"reads_subscribed":true,"readers":[],"updatable":false}"""),
            "time_get" => Time(),
            "reads_get" => Reads(Range(Number(command.RootElement, "start_seconds") ?? 0, Number(command.RootElement, "end_seconds") ?? 0)),
            "keepalive_ack" => [],
            _ => Line("""{"command":"error","error":{"error_type":"UNKNOWN_COMMAND"}}"""),
        };
        await line.SendPlainAsync(answer, cancellationToken).ConfigureAwait(false);
        _toldMissed |= name == "reads_get";
        return name;
    }

    private IEnumerable<EmulatedRead> Range(long start, long end) =>
        Settings.Reads.Take(_made).Where(read => read.TimeMicros / Instant.MicrosPerSecond >= start && read.TimeMicros / Instant.MicrosPerSecond <= end);

    private byte[] Time()
    {
        const string Format = "yyyy-MM-dd HH:mm:ss";
        var now = Settings.Clock.GetUtcNow();
        var local = TimeZoneInfo.ConvertTime(now, Settings.Zone);
        return Line($$"""{"command":"time","local":"{{local.ToString(Format, CultureInfo.InvariantCulture)}}","utc":"{{now.ToString(Format, CultureInfo.InvariantCulture)}}"}""");
    }

    private static byte[] Reads(IEnumerable<EmulatedRead> reads) => Line($$"""{"command":"reads","list":[{{string.Join(',', reads.Select(read => One(read)))}}]}""");

    private static string One(in EmulatedRead read)
    {
        var (seconds, milliseconds) = (read.TimeMicros / Instant.MicrosPerSecond, read.TimeMicros % Instant.MicrosPerSecond / 1_000);
        return string.Create(
            CultureInfo.InvariantCulture,
            $$"""{"identifier":"{{read.Chip.ToLowerInvariant()}}","seconds":{{seconds}},"milliseconds":{{milliseconds}},"reader_seconds":{{seconds}},"reader_milliseconds":{{milliseconds}},"antenna":{{read.Antenna}},"reader":"{{read.Location}}","rssi":"{{read.RssiDbm}}","ident_type":"chip","type":"reader"}""");
    }

    private static async Task ListenAsync(Stream stream, ChannelWriter<byte[]> heard, CancellationToken cancellationToken)
    {
        var framer = new JsonFramer(SessionLimits.Default.MaxFrameBytes, JsonLayout.Lines);
        var buffer = new byte[4096];
        try
        {
            for (var count = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false); count > 0; count = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false))
            {
                Hear(framer, buffer.AsSpan(0, count), heard);
            }
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            // The line broke, or this side has said everything: who waits for an answer learns it from the channel's end.
        }

        heard.Complete();
    }

    private static void Hear(JsonFramer framer, ReadOnlySpan<byte> bytes, ChannelWriter<byte[]> heard)
    {
        while (framer.TryTake(ref bytes, out var frame))
        {
            heard.TryWrite(frame.Bytes.ToArray());
        }
    }

    private static ReadOnlyMemory<byte> Garbage(FaultInjector faults) => Line(faults.TextGarbage());

    private static byte[] Line(string text) => Encoding.UTF8.GetBytes(text + "\n");
}
