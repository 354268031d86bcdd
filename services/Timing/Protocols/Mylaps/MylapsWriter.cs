using System.Globalization;
using RaceSystem.Kernel;
using RaceSystem.Timing.Protocols.Emulation;

namespace RaceSystem.Timing.Protocols.Mylaps;

/// <summary>Writes records as decoders do.</summary>
internal static class MylapsWriter
{
    /// <summary>A record of version 1.</summary>
    public static string Store(EmulatedRead read, TimeZoneInfo zone, int sequence)
    {
        var local = Local(read, zone);
        var antenna = read.Antenna is >= 1 and <= 4 ? 1 << (read.Antenna - 1) : 15;
        var body = string.Create(
            CultureInfo.InvariantCulture, $"{read.Chip.PadLeft(7, '0')}{local:HH:mm:ss.fff} 5 0{antenna:X}  1{sequence & 0xFFFF:X4}{local:yyMMdd}");
        return string.Create(CultureInfo.InvariantCulture, $"{body}{MylapsParser.Checksum(body):X2}");
    }

    /// <summary>A record of version 2, with the fields that are sent when nobody selects others.</summary>
    public static string Passing(EmulatedRead read, TimeZoneInfo zone)
    {
        var local = Local(read, zone);
        var mask = Convert.ToString(1 << (read.Antenna - 1), 2).PadLeft(8, '0');
        return string.Create(
            CultureInfo.InvariantCulture, $"t={local:HH:mm:ss.fff}|c={read.Chip}|ct=UH|d={local:yyMMdd}|l=1|dv=5|re=0|an={mask}|g=0|b=0|n=0|amd={read.RssiDbm}");
    }

    private static DateTimeOffset Local(EmulatedRead read, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(new Instant(read.TimeMicros).ToDateTimeOffset(), zone);
}
