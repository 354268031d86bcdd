using System.Globalization;
using System.Text;
using RaceSystem.Timing.Protocols.Clocks;
using RaceSystem.Timing.Protocols.Emulation;
using RaceSystem.Timing.Protocols.Framing;

namespace RaceSystem.Timing.Protocols.RaceResult;

/// <summary>
/// A decoder as software: passings in files, the second begun half-way; pushed in bursts, of which some get lost; fetched
/// when asked. It has delivered everything when a connection turns to the push and everything that exists was asked for,
/// since then it is stored on the other side.
/// </summary>
internal sealed class RaceResultEmulator(EmulatorSettings settings) : TcpEmulator(settings, dials: false, Garbage)
{
    private const int BurstSize = 25;
    private static readonly SessionLimits Limits = new(8 * 1024, TimeSpan.FromMinutes(2));
    private static readonly TimeSpan BetweenBursts = TimeSpan.FromMilliseconds(1);
    private readonly Random _losses = new(settings.Seed);
    private readonly int _firstFile = settings.Reads.Count / 2;
    private int _made;
    private int _known;
    private bool _isPushing;
    private bool _isDone;

    /// <inheritdoc/>
    public override long Delivered => Volatile.Read(ref _known);

    /// <inheritdoc/>
    protected override bool IsDone => _isDone;

    private int FileStart => _made > _firstFile ? _firstFile : 0;

    private int FileNumber => _made > _firstFile ? 8 : 7;

    /// <inheritdoc/>
    protected override async Task TalkAsync(EmulatedLine line, CancellationToken cancellationToken)
    {
        _isPushing = false;
        try
        {
            await new FrameLoop(new FrameReader(line.Stream, [(byte)'\n'], Limits, Settings.Clock), Settings.Clock, BetweenBursts).RunAsync(
                (frame, token) => HearAsync(line, frame, token), _ => Task.CompletedTask, token => PushAsync(line, token), cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException exception)
        {
            throw new LineBrokenException("Nothing was asked.", exception);
        }
    }

    private static ReadOnlyMemory<byte> Garbage(FaultInjector faults) => Encoding.UTF8.GetBytes($"{faults.TextGarbage("\r\n")}\r\n");

    private async Task HearAsync(EmulatedLine line, Frame frame, CancellationToken cancellationToken)
    {
        var command = WireText.Decode(frame.Bytes.Span).Trim('\r', ' ');
        await Faults.HesitateAsync(cancellationToken).ConfigureAwait(false);
        await AnswerAsync(line, command, cancellationToken).ConfigureAwait(false);
        if (command.StartsWith("SETPUSHPASSINGS;1", StringComparison.Ordinal))
        {
            // Nothing is fetched any more before the push: all of this file is stored on the other side.
            (_isPushing, _known) = (true, _made);
            if (_known == Settings.Reads.Count)
            {
                _isDone = true;
                throw new LineBrokenException("Everything is delivered.");
            }
        }
    }

    private async Task PushAsync(EmulatedLine line, CancellationToken cancellationToken)
    {
        if (!_isPushing)
        {
            return;
        }

        var limit = _made < _firstFile ? _firstFile : Settings.Reads.Count;
        var count = Math.Min(_losses.Next(1, BurstSize + 1), Math.Min(limit, Settings.Made) - _made);
        if (count == 0)
        {
            return;
        }

        _made += count;
        var burst = new StringBuilder();
        for (var index = _made - count; index < _made; index++)
        {
            if (Settings.Faults.DisconnectShare == 0 || _losses.NextDouble() >= Settings.Faults.DisconnectShare)
            {
                burst.Append("#P;").Append(Record(index)).Append("\r\n");
            }
        }

        await line.SendAsync(Encoding.UTF8.GetBytes(burst.ToString()), cancellationToken).ConfigureAwait(false);
        if (_made == limit)
        {
            // A file ends only when the other side has all of it, which the next connection shows.
            throw new LineBrokenException("The file is complete.");
        }
    }

    private string Record(int index)
    {
        var (start, file) = index >= _firstFile ? (_firstFile, 8) : (0, 7);
        return RaceResultWriter.Passing(Settings.Reads[index], index - start + 1, file, Settings.Zone);
    }

    private async Task AnswerAsync(EmulatedLine line, string command, CancellationToken cancellationToken)
    {
        var now = TimeZoneInfo.ConvertTime(Settings.Clock.GetUtcNow(), Settings.Zone);
        var time = string.Create(CultureInfo.InvariantCulture, $"{now:yyyy-MM-dd};{now:HH:mm:ss.fff}");
        var colon = command.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0 && ClockText.TryDigits(command.AsSpan(0, colon), out var from) && ClockText.TryDigits(command.AsSpan(colon + 1), out var count))
        {
            await SendAsync(line, (int)from, (int)count, cancellationToken).ConfigureAwait(false);
            return;
        }

        var answer = command.Split(';')[0] switch
        {
            "GETPROTOCOL" => "GETPROTOCOL;1.1;1.1;2.0",
            "GETTIME" => $"GETTIME;{time}",
            "GETSTATUS" => string.Create(CultureInfo.InvariantCulture, $"GETSTATUS;{time};1;11110000;1;{FileNumber};1;0.0,0.0;1;80;31;30;0;0;;;;;;1;1;0;0;0;"),
            "GETCONFIG" => $"{command};Emulator;D-1",
            "PASSINGS" => string.Create(CultureInfo.InvariantCulture, $"PASSINGS;{_made - FileStart};{FileNumber}"),
            _ => command,
        };
        await line.SendPlainAsync(Encoding.UTF8.GetBytes($"{answer}\r\n"), cancellationToken).ConfigureAwait(false);
    }

    private async Task SendAsync(EmulatedLine line, int from, int count, CancellationToken cancellationToken)
    {
        var answer = new StringBuilder();
        var first = FileStart + from - 1;
        var end = Math.Min(first + count, _made);
        for (var index = first; index < end; index++)
        {
            answer.Append(Record(index)).Append("\r\n");
        }

        await line.SendAsync(Encoding.UTF8.GetBytes($"{answer}\r\n"), cancellationToken, mayRepeat: false).ConfigureAwait(false);
    }
}
