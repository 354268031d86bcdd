using System.Globalization;
using System.Text;
using RaceSystem.Kernel;
using RaceSystem.Timing.Protocols.Emulation;

namespace RaceSystem.Timing.Protocols.RaceResult;

/// <summary>Writes records as the decoder and the maker's software do.</summary>
internal static class RaceResultWriter
{
    /// <summary>A passing record of protocol 1.6 and later.</summary>
    public static string Passing(EmulatedRead read, long number, long file, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(new Instant(read.TimeMicros).ToDateTimeOffset(), zone);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{number};{read.Chip};{local:yyyy-MM-dd};{local:HH:mm:ss.fff};0;11;{read.RssiDbm};;0;;;;;;;;{read.Location};{file};{read.Antenna};D-1");
    }

    /// <summary>A body of the exporter: one record, an array, or one a line, by their number.</summary>
    public static byte[] Json(IReadOnlyList<EmulatedRead> reads)
    {
        var records = reads.Select(Json).ToList();
        var text = (records.Count % 3) switch
        {
            _ when records.Count == 1 => records[0],
            0 => string.Join("\n", records),
            _ => $"[{string.Join(",\n", records)}]",
        };
        return Encoding.UTF8.GetBytes(text);
    }

    private static string Json(EmulatedRead read)
    {
        var utc = new Instant(read.TimeMicros).ToDateTimeOffset();
        var seconds = utc.TimeOfDay.TotalSeconds;
        var passing = string.Create(
            CultureInfo.InvariantCulture,
            $$"""{"Transponder":"{{read.Chip}}","Hits":11,"RSSI":{{read.RssiDbm}},"DeviceID":"D-1","Port":{{read.Antenna}},"FileNo":1,"PassingNo":1,"UTCTime":"{{utc:yyyy-MM-ddTHH:mm:ss.fff}}Z"}""");
        return string.Create(
            CultureInfo.InvariantCulture,
            $$$"""{"ID":1,"Bib":0,"TimingPoint":"{{{read.Location}}}","Result":-10,"Time":{{{seconds:0.000}}},"Invalid":false,"Passing":{{{passing}}} }""");
    }
}
