using System.Globalization;
using System.Text;
using RaceSystem.Timing.Protocols.Emulation;
using RaceSystem.Timing.Protocols.Framing;

namespace RaceSystem.Timing.Protocols.Mylaps;

/// <summary>
/// Toolkit as software: all locations over one connection, batches of up to 30 records of one location, each sent again
/// after the next connection until it is acknowledged; version 1 or 2 as the server says; CR, LF and NUL before frames.
/// </summary>
internal sealed class MylapsEmulator(EmulatorSettings settings) : TcpEmulator(settings, dials: true, Garbage)
{
    private const int BatchSize = 30;
    private static readonly SessionLimits Limits = new(64 * 1024, TimeSpan.FromSeconds(10));
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);
    private readonly string[] _locations = [.. settings.Reads.Select(read => read.Location).Distinct(StringComparer.Ordinal)];
    private readonly Queue<(string Location, EmulatedRead[] Reads)> _batches = [];
    private int _cut;
    private int _done;
    private long _delivered;

    /// <inheritdoc/>
    public override long Delivered => Interlocked.Read(ref _delivered);

    /// <inheritdoc/>
    protected override bool IsDone => Delivered == Settings.Reads.Count;

    /// <inheritdoc/>
    protected override async Task TalkAsync(EmulatedLine line, CancellationToken cancellationToken)
    {
        var reader = new FrameReader(line.Stream, [(byte)'$'], Limits, Settings.Clock);
        var isOld = true;
        foreach (var location in _locations)
        {
            await line.SendAsync(Frame($"{location}@Pong@"), cancellationToken).ConfigureAwait(false);
            isOld = !(await AwaitAsync(line, reader, "AckPong", null, cancellationToken).ConfigureAwait(false)).Data.Contains("Version2.1");
        }

        while (!IsDone)
        {
            if (!TryNext(out var location, out var reads))
            {
                await ListenAWhileAsync(line, reader, cancellationToken).ConfigureAwait(false);
                continue;
            }

            var number = (_done + 1).ToString(CultureInfo.InvariantCulture);
            var function = isOld ? "Store" : "Passing";
            var records = reads.Select((read, index) => isOld ? MylapsWriter.Store(read, Settings.Zone, (_done * BatchSize) + index) : MylapsWriter.Passing(read, Settings.Zone));
            await line.SendAsync(Frame($"{location}@{function}@{string.Join('@', records)}@{number}@"), cancellationToken).ConfigureAwait(false);
            await AwaitAsync(line, reader, $"Ack{function}", number, cancellationToken).ConfigureAwait(false);
            await Faults.HesitateAsync(cancellationToken).ConfigureAwait(false);
            _done++;
            _batches.Dequeue();
            Interlocked.Add(ref _delivered, reads.Length);
        }
    }

    /// <summary>The oldest batch without an ack; cuts new ones from what is made by now. False when there is nothing to send.</summary>
    private bool TryNext(out string location, out EmulatedRead[] reads)
    {
        if (_batches.Count == 0)
        {
            var window = Settings.Reads.Skip(_cut).Take(Math.Min(BatchSize * 4, Settings.Made - _cut)).ToArray();
            _cut += window.Length;
            foreach (var group in window.GroupBy(read => read.Location))
            {
                foreach (var chunk in group.Chunk(BatchSize))
                {
                    _batches.Enqueue((group.Key, chunk));
                }
            }
        }

        (location, reads) = _batches.TryPeek(out var next) ? next : ("", []);
        return reads.Length > 0;
    }

    /// <summary>Answers what is asked while no read is made.</summary>
    private async Task ListenAWhileAsync(EmulatedLine line, FrameReader reader, CancellationToken cancellationToken)
    {
        using var look = new CancellationTokenSource(Look, Settings.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(look.Token, cancellationToken);
        try
        {
            var frame = await reader.ReadAsync(either.Token).ConfigureAwait(false) ?? throw new LineBrokenException("The server ended the connection.");
            if (MylapsMessage.Parse(WireText.Decode(frame.Bytes.Span)) is { } message)
            {
                await AnswerAsync(line, message, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Nothing was asked.
        }
    }

    private static ReadOnlyMemory<byte> Garbage(FaultInjector faults) => Encoding.UTF8.GetBytes($"\r\n\0\0{faults.TextGarbage("$@")}$\r\n\0\0");

    private static ReadOnlyMemory<byte> Frame(string text) => Encoding.UTF8.GetBytes($"{text}$");

    private async Task<MylapsMessage> AwaitAsync(EmulatedLine line, FrameReader reader, string function, string? number, CancellationToken cancellationToken)
    {
        try
        {
            while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false) is { } frame)
            {
                if (MylapsMessage.Parse(WireText.Decode(frame.Bytes.Span)) is not { } message)
                {
                    continue;
                }

                if (message.Function == function && (number is null || message.Number == number))
                {
                    return message;
                }

                await AnswerAsync(line, message, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (TimeoutException exception)
        {
            throw new LineBrokenException($"The server did not answer with {function}.", exception);
        }

        throw new LineBrokenException("The server ended the connection.");
    }

    private async Task AnswerAsync(EmulatedLine line, MylapsMessage message, CancellationToken cancellationToken)
    {
        var now = Settings.Clock.GetUtcNow().ToUnixTimeMilliseconds();
        var answer = message.Function switch
        {
            "Ping" => "Toolkit@AckPing@",
            "GetLocations" => $"Toolkit@GetLocations@{string.Concat(_locations.Select(location => $"ln={location}@"))}",
            "GetInfo" when message.Data.Count > 0 => string.Create(CultureInfo.InvariantCulture, $"{message.Data[0]}@AckGetInfo@id=1|n=Emulator|mac=no-mac|ant=4|bat=90|time={now}@"),
            "GetInfo" => "Toolkit@AckGetInfo@Emulator@Unknown@Laptop",
            _ => null,
        };
        if (answer is not null)
        {
            await line.SendPlainAsync(Frame(answer), cancellationToken).ConfigureAwait(false);
        }
    }
}
