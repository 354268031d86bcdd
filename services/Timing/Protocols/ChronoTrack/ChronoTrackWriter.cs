using System.Globalization;
using RaceSystem.Kernel;
using RaceSystem.Timing.Protocols.Emulation;

namespace RaceSystem.Timing.Protocols.ChronoTrack;

/// <summary>Writes lines of the stream as decoders do.</summary>
internal static class ChronoTrackWriter
{
    /// <summary>A read, in the format that names the antenna.</summary>
    public static string Read(EmulatedRead read, long sequence, TimeZoneInfo zone, string timeFormat) =>
        string.Create(CultureInfo.InvariantCulture, $"CT01_13~{sequence}~{read.Location}~{read.Chip}~{Time(read.TimeMicros, zone, timeFormat)}~1~117F37~{read.Antenna}");

    /// <summary>A time in one of the formats, in hundredths (milliseconds where these are counted).</summary>
    public static string Time(long micros, TimeZoneInfo zone, string timeFormat)
    {
        var utc = new Instant(micros).ToDateTimeOffset();
        var local = TimeZoneInfo.ConvertTime(utc, zone);
        return timeFormat switch
        {
            "normal" => local.ToString("HH:mm:ss.ff", CultureInfo.InvariantCulture),
            "unix" => string.Create(CultureInfo.InvariantCulture, $"{utc.ToUnixTimeSeconds()}.{utc.Millisecond / 10:00}"),
            "msecs" => ((long)local.TimeOfDay.TotalMilliseconds).ToString(CultureInfo.InvariantCulture),
            _ => local.ToString("yyyy-MM-ddTHH:mm:ss.ff", CultureInfo.InvariantCulture),
        };
    }
}
