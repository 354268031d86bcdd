using System.Globalization;
using System.Text;
using RaceSystem.Timing.Protocols.Clocks;
using RaceSystem.Timing.Protocols.Emulation;

namespace RaceSystem.Timing.Protocols.Wiclax;

/// <summary>A device with the generic acquisition protocol: shows a heartbeat first, tells its time, rewinds what it has.</summary>
internal sealed class WiclaxEmulator(EmulatorSettings settings)
    : ReplayingEmulator(settings, "\r\n"u8.ToArray(), faults => Encoding.ASCII.GetBytes(faults.TextGarbage(";*") + "\r"))
{
    private const string TimeFormat = "dd-MM-yyyy HH:mm:ss.fff";

    protected override ReadOnlyMemory<byte> Greeting => "*\r"u8.ToArray();

    protected override ReadOnlyMemory<byte> LiveFrame(int index) => Line(index, isRewound: false);

    protected override async Task<bool> AnswerAsync(EmulatedLine line, ReadOnlyMemory<byte> said, CancellationToken cancellationToken)
    {
        var command = Encoding.ASCII.GetString(said.Span);
        switch (command)
        {
            case "CLOCK":
                await line.SendPlainAsync(Encoding.ASCII.GetBytes($"CLOCK {Shown(Now)[..^4]}\r"), cancellationToken).ConfigureAwait(false);
                return false;
            case "STARTREAD" or "STOPREAD":
                await line.SendPlainAsync("READOK\r"u8.ToArray(), cancellationToken).ConfigureAwait(false);
                return false;
            default:
                return command.Split(' ') is ["REWIND", var fromDate, var fromTime, var toDate, var toTime]
                    && WallText.TryDateAndTime($"{fromDate} {fromTime}", dayFirst: true, out var from)
                    && WallText.TryDateAndTime($"{toDate} {toTime}", dayFirst: true, out var to)
                    && await RewindAsync(line, from, to, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<bool> RewindAsync(EmulatedLine line, long from, long to, CancellationToken cancellationToken)
    {
        for (var index = FirstSince(from); index < Made; index++)
        {
            if (Wall(Log[index]) <= to)
            {
                await line.SendAsync(Line(index, isRewound: true), cancellationToken).ConfigureAwait(false);
            }
        }

        return true;
    }

    private byte[] Line(int index, bool isRewound) => Encoding.ASCII.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"{Log[index].Chip};{Shown(Wall(Log[index]))};{Log[index].Location};{index + 1};;{(isRewound ? 1 : 0)}\r"));

    private static string Shown(long wall) => WallTime.ToDateTime(wall).ToString(TimeFormat, CultureInfo.InvariantCulture);
}
