using System.Globalization;
using System.Text;
using System.Threading.Channels;
using RaceSystem.Timing.Protocols.Emulation;
using RaceSystem.Timing.Protocols.Framing;

namespace RaceSystem.Timing.Protocols.Csv;

/// <summary>A decoder that connects and sends <c>chip,microseconds,rssi,antenna</c>; after a break it sends again what had no ack.</summary>
internal sealed class CsvEmulator : TcpEmulator
{
    private const int Window = 200;
    private readonly LineCounter _counter;
    private readonly IReadOnlyList<EmulatedRead> _reads;
    private int _acknowledged;

    public CsvEmulator(EmulatorSettings settings)
        : this(settings, new LineCounter())
    {
    }

    private CsvEmulator(EmulatorSettings settings, LineCounter counter)
        : base(settings, dials: true, faults => counter.Count(faults.TextGarbage() + "\n"))
    {
        (_counter, _reads) = (counter, settings.Reads);
    }

    /// <inheritdoc/>
    public override long Delivered => Volatile.Read(ref _acknowledged);

    protected override bool IsDone => Delivered == _reads.Count;

    protected override async Task TalkAsync(EmulatedLine line, CancellationToken cancellationToken)
    {
        _counter.Reset();
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var answers = Channel.CreateUnbounded<string>();
        var listening = ListenAsync(line, answers.Writer, ending.Token);
        try
        {
            await SendAllAsync(line, answers.Reader, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await ending.CancelAsync().ConfigureAwait(false);
            await listening.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task SendAllAsync(EmulatedLine line, ChannelReader<string> answers, CancellationToken cancellationToken)
    {
        var sent = new Queue<(long Line, int Reads)>();
        var next = _acknowledged;
        while (!IsDone)
        {
            var mustWait = next >= Settings.Made || sent.Count == Window;
            if (mustWait && !await Settings.WhenHeardAsync(answers, next, cancellationToken).ConfigureAwait(false))
            {
                return;
            }

            while (answers.TryRead(out var answer))
            {
                await Faults.HesitateAsync(cancellationToken).ConfigureAwait(false);
                Hear(answer, sent);
            }

            if (next < Settings.Made && sent.Count < Window)
            {
                await SendAsync(line, _reads[next++], cancellationToken).ConfigureAwait(false);
                sent.Enqueue((_counter.Lines, next));
            }
        }
    }

    private async Task ListenAsync(EmulatedLine line, ChannelWriter<string> answers, CancellationToken cancellationToken)
    {
        var frames = new FrameReader(line.Stream, "\n"u8.ToArray(), SessionLimits.Default, Settings.Clock);
        try
        {
            while (await frames.ReadAsync(cancellationToken).ConfigureAwait(false) is { } frame)
            {
                answers.TryWrite(frame.Text);
            }
        }
        catch (Exception exception) when (exception is IOException or TimeoutException)
        {
            // The other side is gone.
        }
        finally
        {
            answers.Complete();
        }
    }

    private async Task SendAsync(EmulatedLine line, EmulatedRead read, CancellationToken cancellationToken)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{read.Chip},{read.TimeMicros},{read.RssiDbm},{read.Antenna}\n");
        for (var times = Faults.ComesTwice() ? 2 : 1; times > 0; times--)
        {
            await line.SendAsync(_counter.Count(text), cancellationToken, mayRepeat: false).ConfigureAwait(false);
        }
    }

    private void Hear(string answer, Queue<(long Line, int Reads)> sent)
    {
        if (!answer.StartsWith("ack ", StringComparison.Ordinal) || !long.TryParse(answer[4..], NumberStyles.None, CultureInfo.InvariantCulture, out var line))
        {
            return;
        }

        while (sent.TryPeek(out var oldest) && oldest.Line <= line)
        {
            Volatile.Write(ref _acknowledged, sent.Dequeue().Reads);
        }
    }

    /// <summary>Lines of the connection, broken ones too: acks count them.</summary>
    private sealed class LineCounter
    {
        public long Lines { get; private set; }

        public void Reset() => Lines = 0;

        public ReadOnlyMemory<byte> Count(string line)
        {
            Lines++;
            return Encoding.ASCII.GetBytes(line);
        }
    }
}
