using System.Globalization;
using System.Text;
using RaceSystem.Timing.Protocols.Clocks;
using RaceSystem.Timing.Protocols.Emulation;

namespace RaceSystem.Timing.Protocols.Ipico;

/// <summary>An IPICO Lite: sends reads as they are made, tells its time, and sends its memory when a download is started.</summary>
internal sealed class IpicoEmulator(EmulatorSettings settings)
    : ReplayingEmulator(settings, "\r\n"u8.ToArray(), faults => Encoding.ASCII.GetBytes(faults.TextGarbage() + "\r\n"))
{
    private const int ReadsPerBlock = 64;
    private bool _isDownloading;
    private int _progress;

    /// <summary>The frame of a read; an antenna number stands where the reader counts the receptions of its channels.</summary>
    public static string Read(EmulatedRead read, TimeZoneInfo zone)
    {
        var wall = WallTime.At(read.TimeMicros, zone);
        var reader = read.Location.Length == 2 && read.Location.All(char.IsAsciiHexDigit) ? read.Location : "00";
        var body = string.Create(
            CultureInfo.InvariantCulture,
            $"{reader}{read.Chip.PadLeft(12, '0')}{read.Antenna:x4}{WallTime.ToDateTime(wall):yyMMddHHmmss}{wall / 10_000 % 100:x2}").ToLowerInvariant();
        return string.Create(CultureInfo.InvariantCulture, $"aa{body}{IpicoParser.Checksum(body):x2}\r\n");
    }

    protected override ReadOnlyMemory<byte> LiveFrame(int index) => Encoding.ASCII.GetBytes(Read(Log[index], Settings.Zone));

    protected override async Task<bool> AnswerAsync(EmulatedLine line, ReadOnlyMemory<byte> said, CancellationToken cancellationToken)
    {
        var command = Encoding.ASCII.GetString(said.Span);
        if (command.Length < 10)
        {
            return false;
        }

        switch (command[4..8])
        {
            case "0002":
                await line.SendPlainAsync(IpicoCommands.Control(Date()), cancellationToken).ConfigureAwait(false);
                return false;
            case "024b" when command[8..12] == "0101":
                _isDownloading = true;
                await DownloadAsync(line, cancellationToken).ConfigureAwait(false);
                return true;
            case "024b" when command[8..12] == "0100":
                _isDownloading = false;
                break;
            case "014b" or "034b" or "ff4b" or "024b":
                break;
            default:
                await line.SendPlainAsync(IpicoCommands.Control("0000f2"), cancellationToken).ConfigureAwait(false);
                return false;
        }

        await line.SendPlainAsync(Memory(), cancellationToken).ConfigureAwait(false);
        return false;
    }

    /// <summary>Sends everything; the faults of the line strike between blocks, since a download of many frames would never end otherwise.</summary>
    private async Task DownloadAsync(EmulatedLine line, CancellationToken cancellationToken)
    {
        _progress = 0;
        await line.SendPlainAsync(Memory(), cancellationToken).ConfigureAwait(false);
        while (_progress < Made)
        {
            var block = new StringBuilder();
            for (var rest = ReadsPerBlock; rest > 0 && _progress < Made; rest--)
            {
                block.Append(Read(Log[_progress++], Settings.Zone));
            }

            await line.SendAsync(Encoding.ASCII.GetBytes(block.ToString()), cancellationToken).ConfigureAwait(false);
            await line.SendPlainAsync(Memory(), cancellationToken).ConfigureAwait(false);
        }

        if (Made == 0)
        {
            await line.SendPlainAsync(Memory(), cancellationToken).ConfigureAwait(false);
        }
    }

    private string Date()
    {
        var now = WallTime.ToDateTime(Now);
        return string.Create(CultureInfo.InvariantCulture, $"000902{now:yyMMdd}{(int)now.DayOfWeek:x2}{now:HHmmss}{Now / 10_000 % 100:x2}27");
    }

    private byte[] Memory() =>
        IpicoCommands.Control(string.Create(CultureInfo.InvariantCulture, $"000d4b{(_isDownloading ? 3 : 1):x2}{Made:x6}{_progress:x6}0059058f0300"));
}
