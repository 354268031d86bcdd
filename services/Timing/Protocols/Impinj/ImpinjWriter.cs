using System.Globalization;
using System.Text;
using RaceSystem.Kernel;
using RaceSystem.Timing.Protocols.Emulation;

namespace RaceSystem.Timing.Protocols.Impinj;

/// <summary>Writes events as a reader does.</summary>
internal static class ImpinjWriter
{
    /// <summary>Events in one request.</summary>
    public const int ReadsPerRequest = 50;

    /// <summary>A tag event on its line.</summary>
    public static byte[] Line(in EmulatedRead read) => Encoding.UTF8.GetBytes(Event(read) + "\r\n");

    /// <summary>Tag events in an array, as they are posted.</summary>
    public static byte[] Array(IReadOnlyList<EmulatedRead> reads) => Encoding.UTF8.GetBytes("[" + string.Join(",", reads.Select(read => Event(read))) + "]");

    /// <summary>What a reader says when it has started.</summary>
    public static byte[] Status(string host, DateTimeOffset now) =>
        Encoding.UTF8.GetBytes($$$"""{"eventType":"inventoryStatus","timestamp":"{{{Time(Instant.From(now).Micros)}}}","hostname":"{{{host}}}","inventoryStatusEvent":{"inventoryStatus":"running"}}""" + "\r\n");

    private static string Event(in EmulatedRead read) => string.Create(
        CultureInfo.InvariantCulture,
        $$$"""{"eventType":"tagInventory","timestamp":"{{{Time(read.TimeMicros)}}}","hostname":"{{{read.Location}}}","tagInventoryEvent":{"epcHex":"{{{read.Chip}}}","antennaPort":{{{read.Antenna}}},"peakRssiCdbm":{{{read.RssiDbm * 100}}}}}""");

    private static string Time(long micros) =>
        new Instant(micros).ToDateTimeOffset().ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'000Z'", CultureInfo.InvariantCulture);
}
