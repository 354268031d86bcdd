using System.Globalization;
using System.Text;
using RaceSystem.Timing.Protocols.Clocks;
using RaceSystem.Timing.Protocols.Emulation;
using RaceSystem.Timing.Protocols.Framing;

namespace RaceSystem.Timing.Protocols.ChronoTrack;

/// <summary>
/// SimpleClient as software: streams the locations that are started, from the number that is asked for, in bursts by turns;
/// the last location is announced only when the others run. At the end it pings: the answer says that everything before it
/// is stored.
/// </summary>
internal sealed class ChronoTrackEmulator(EmulatorSettings settings) : TcpEmulator(settings, dials: true, Garbage)
{
    private const int BurstSize = 25;
    private static readonly TimeSpan BetweenBursts = TimeSpan.FromMilliseconds(1);
    private static readonly SessionLimits Limits = new(8 * 1024, TimeSpan.FromSeconds(30));
    private readonly List<string> _locations = [.. settings.Reads.Select(read => read.Location).Distinct(StringComparer.Ordinal)];
    private readonly Dictionary<string, int> _next = new(StringComparer.Ordinal);
    private readonly Random _bursts = new(settings.Seed);
    private string _timeFormat = "normal";
    private bool _hasPinged;
    private bool _isDone;
    private long _delivered;

    /// <inheritdoc/>
    public override long Delivered => Interlocked.Read(ref _delivered);

    /// <inheritdoc/>
    protected override bool IsDone => _isDone || Settings.Reads.Count == 0;

    private IEnumerable<string> Announced => _locations.Count > 1 ? _locations.SkipLast(1) : _locations;

    /// <inheritdoc/>
    protected override async Task TalkAsync(EmulatedLine line, CancellationToken cancellationToken)
    {
        _next.Clear();
        _hasPinged = false;
        await line.SendAsync(Bytes("SimpleClient~0.5~CTP01"), cancellationToken, mayRepeat: false).ConfigureAwait(false);
        try
        {
            await new FrameLoop(new FrameReader(line.Stream, [(byte)'\n'], Limits, Settings.Clock), Settings.Clock, BetweenBursts).RunAsync(
                (frame, token) => HearAsync(line, frame, token), _ => Task.CompletedTask, token => StreamAsync(line, token), cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException exception)
        {
            throw new LineBrokenException("Nothing was said.", exception);
        }
    }

    private static ReadOnlyMemory<byte> Garbage(FaultInjector faults) => Bytes(faults.TextGarbage("\r\n"));

    private static byte[] Bytes(string line) => Encoding.UTF8.GetBytes($"{line}\r\n");

    private async Task HearAsync(EmulatedLine line, Frame frame, CancellationToken cancellationToken)
    {
        await Faults.HesitateAsync(cancellationToken).ConfigureAwait(false);
        var command = WireText.Decode(frame.Bytes.Span).Trim('\r', ' ');
        switch (command.Split('~'))
        {
            case ["ack", "ping"] when _hasPinged:
                Interlocked.Exchange(ref _delivered, Settings.Reads.Count);
                _isDone = true;
                throw new LineBrokenException("Everything is delivered.");
            case ["start", var location]:
                _next[location] = 0;
                await SayAsync(line, $"ack~start~{location}", cancellationToken).ConfigureAwait(false);
                break;
            case ["start", var location, var last] when ClockText.TryDigits(last, out var number):
                _next[location] = (int)number;
                await SayAsync(line, $"ack~start~{location}", cancellationToken).ConfigureAwait(false);
                break;
            case ["ping"]:
                await SayAsync(line, "ack~ping", cancellationToken).ConfigureAwait(false);
                break;
            case ["getconnectionid"]:
                await SayAsync(line, "ack~getconnectionid~emulator", cancellationToken).ConfigureAwait(false);
                break;
            case ["geteventinfo"]:
                await SayAsync(line, "ack~geteventinfo~Emulated~1~An emulated race", cancellationToken).ConfigureAwait(false);
                break;
            case ["getlocations"]:
                await SayAsync(line, $"ack~getlocations~{string.Join('~', Announced)}", cancellationToken).ConfigureAwait(false);
                break;
            case [var wish] when wish.StartsWith("time-format=", StringComparison.Ordinal):
                _timeFormat = wish["time-format=".Length..];
                break;
            default:
                break;
        }
    }

    private static async Task SayAsync(EmulatedLine line, string text, CancellationToken cancellationToken) =>
        await line.SendPlainAsync(Bytes(text), cancellationToken).ConfigureAwait(false);

    private async Task StreamAsync(EmulatedLine line, CancellationToken cancellationToken)
    {
        if (_hasPinged || _next.Count < Announced.Count())
        {
            return;
        }

        if (_next.Count < _locations.Count)
        {
            // The number of a line is that of its read, from 1: a location that has none yet announces itself before all.
            await line.SendAsync(Bytes($"CT01_33~0~{_locations[^1]}~{ChronoTrackEvent.NewLocation}~09:15:21.00~0~ED932A~0"), cancellationToken).ConfigureAwait(false);
            _next.TryAdd(_locations[^1], int.MaxValue);
            return;
        }

        var burst = new StringBuilder();
        for (var rest = _bursts.Next(1, BurstSize + 1); rest > 0 && TakeNext() is { } index; rest--)
        {
            burst.Append(ChronoTrackWriter.Read(Settings.Reads[index], index + 1, Settings.Zone, _timeFormat)).Append("\r\n");
        }

        if (burst.Length > 0)
        {
            await line.SendAsync(Encoding.UTF8.GetBytes(burst.ToString()), cancellationToken).ConfigureAwait(false);
        }
        else if (_next.Values.All(next => next == Settings.Reads.Count))
        {
            _hasPinged = true;
            await SayAsync(line, "ping", cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The next read of the location that is furthest behind, by its index; null when all that are started are through.</summary>
    private int? TakeNext()
    {
        var made = Settings.Made;
        foreach (var (location, from) in _next.Where(pair => pair.Value < made).OrderBy(pair => pair.Value).ToList())
        {
            for (var index = from; index < made; index++)
            {
                if (Settings.Reads[index].Location == location)
                {
                    _next[location] = index + 1;
                    return index;
                }
            }

            _next[location] = made;
        }

        return null;
    }
}
