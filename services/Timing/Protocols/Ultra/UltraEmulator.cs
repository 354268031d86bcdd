using System.Globalization;
using System.Text;
using RaceSystem.Kernel;
using RaceSystem.Timing.Protocols.Clocks;
using RaceSystem.Timing.Protocols.Emulation;

namespace RaceSystem.Timing.Protocols.Ultra;

/// <summary>An Ultra: greets, sends records with numbers of its log, tells its time and battery, rewinds by number or time.</summary>
internal sealed class UltraEmulator(EmulatorSettings settings)
    : ReplayingEmulator(settings, "\r\n"u8.ToArray(), faults => Encoding.ASCII.GetBytes(faults.TextGarbage() + "\n"))
{
    private const int BatteryPercent = 87;
    private (bool IsByTime, long From)? _rewind;

    protected override ReadOnlyMemory<byte> Greeting => Encode($"Connected,{Seconds(Now)}\n");

    protected override ReadOnlyMemory<byte> LiveFrame(int index) => Record(index, isRewound: false);

    protected override async Task<bool> AnswerAsync(EmulatedLine line, ReadOnlyMemory<byte> said, CancellationToken cancellationToken)
    {
        var command = Encoding.ASCII.GetString(said.Span);
        if (_rewind is { } rewind)
        {
            _rewind = null;
            return TryNumber(command, out var to) && await RewindAsync(line, rewind.IsByTime, rewind.From, to, cancellationToken).ConfigureAwait(false);
        }

        if (command.Length > 3 && command[0] is '6' or '8' && TryNumber(command[3..], out var from))
        {
            _rewind = (command[0] == '8', from);
        }
        else if (command == "r")
        {
            var now = WallTime.ToDateTime(Now);
            await line.SendPlainAsync(Encode($"{now:H:m:s d-M-yyyy} ({Seconds(Now)})\n"), cancellationToken).ConfigureAwait(false);
        }
        else if (command.StartsWith('\u0003'))
        {
            var state = new byte[64];
            (state[0], state[1], state[10], state[42], state[45]) = (3, 64, (byte)'\n', BatteryPercent, 1);
            await line.SendPlainAsync(state.Append((byte)'\n').ToArray(), cancellationToken).ConfigureAwait(false);
        }

        return false;
    }

    /// <summary>Whether this reached up to the newest record.</summary>
    private async Task<bool> RewindAsync(EmulatedLine line, bool isByTime, long from, long to, CancellationToken cancellationToken)
    {
        for (var index = 0; index < Made; index++)
        {
            var key = isByTime ? Seconds(Wall(Log[index])) : index + 1;
            if (key >= from && key <= to)
            {
                await line.SendAsync(Record(index, isRewound: true), cancellationToken).ConfigureAwait(false);
            }
        }

        return isByTime || to >= Made;
    }

    private byte[] Record(int index, bool isRewound)
    {
        var read = Log[index];
        var wall = Wall(read);
        var box = byte.TryParse(read.Location, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        return Encode(
            $"0,{read.Chip},{Seconds(wall)},{wall / 1_000 % 1_000},{read.Antenna},{read.RssiDbm},{(isRewound ? 1 : 0)},1,{box},0000000000000000,0,{index + 1}\n");
    }

    private static byte[] Encode(FormattableString text) => Encoding.ASCII.GetBytes(text.ToString(CultureInfo.InvariantCulture));

    private static long Seconds(long wall) => Math.Max(0, (wall / Instant.MicrosPerSecond) - UltraParser.Epoch);

    private static bool TryNumber(string text, out long value) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
}
