using System.Text.Json;
using RaceSystem.Kernel;
using RaceSystem.Timing.Protocols.Clocks;
using static RaceSystem.Timing.Protocols.JsonValues;

namespace RaceSystem.Timing.Protocols.Impinj;

/// <summary>
/// Reads one event of the IoT device interface of Impinj readers, and the tag events of Zebra FX readers, which
/// differ in names alone. Stateless but for its settings; not thread-safe.
/// </summary>
/// <param name="times">Zone of times without an offset; readers give UTC.</param>
/// <param name="settings">See <see cref="ImpinjProtocol"/>.</param>
internal sealed class ImpinjParser(DeviceTimes times, IReadOnlyDictionary<string, string> settings)
{
    private const int MaxNameLength = 100;
    private readonly string _gunInput = settings.GetValueOrDefault("gun-gpi", "");
    private readonly bool _takesLastSeen = settings.GetValueOrDefault("time", "first") == "last";

    /// <summary>Reads an event; false with the reason when it makes no sense.</summary>
    public bool TryParse(ReadOnlyMemory<byte> json, out ImpinjEvent happened, out string problem)
    {
        happened = default;
        try
        {
            using var document = JsonDocument.Parse(json);
            return TryParse(document.RootElement, out happened, out problem);
        }
        catch (JsonException)
        {
            problem = "not JSON";
            return false;
        }
        catch (InvalidOperationException)
        {
            problem = "holds text that is not UTF-8";
            return false;
        }
    }

    private bool TryParse(JsonElement root, out ImpinjEvent happened, out string problem)
    {
        happened = default;
        var location = Name(root, "hostname") ?? Name(root, "reader_name") ?? "";
        long? sent = null;
        if (Text(root, "timestamp") is { } stamp)
        {
            if (!IsoTime.TryParse(stamp, times, out var micros, out problem))
            {
                return false;
            }

            sent = micros;
        }

        if (Object(root, "tagInventoryEvent") is { } tag)
        {
            var code = Text(tag, "epcHex") ?? HexOf(Text(tag, "epc"));
            var rssi = Number(tag, "peakRssiCdbm") is { } centi ? (long)Math.Round(centi / 100.0) : 0;
            return TryRead(tag, code, rssi, Number(tag, "antennaPort"), location, sent, out happened, out problem);
        }

        if (Object(root, "data") is { } data && Text(data, "idHex") is { } id)
        {
            return TryRead(data, id, Number(data, "peakRssi") ?? 0, Number(data, "antenna"), location, sent, out happened, out problem);
        }

        if (Object(root, "gpiTransitionEvent") is { } input && sent is { } when)
        {
            var port = Number(input, "gpi")?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "";
            var kind = port.Length > 0 && port == _gunInput ? MarkerKind.Gun : MarkerKind.Other;
            happened = new ImpinjEvent(location, sent, null, new DecodedMarker(when, kind, Named($"GPI {port} {Name(input, "transition")}")));
            problem = "";
            return true;
        }

        problem = root.TryGetProperty("eventType", out _) || root.TryGetProperty("type", out _) || HasEvent(root) ? "" : "no event of a reader: neither tagInventoryEvent nor data.idHex";
        happened = new ImpinjEvent(location, sent, null, null);
        return problem.Length == 0;
    }

    private bool TryRead(JsonElement tag, string? code, long rssi, long? antenna, string location, long? sent, out ImpinjEvent happened, out string problem)
    {
        happened = default;
        if (!Epc.TryParse(code, out var chip, out problem) || !TryTime(tag, sent, out var micros, out problem))
        {
            return false;
        }

        var read = new DecodedRead(chip, micros, Signal.Rssi(rssi), Signal.Antenna(antenna ?? 0));
        happened = new ImpinjEvent(location, sent, read, null);
        return true;
    }

    private bool TryTime(JsonElement tag, long? sent, out long micros, out string problem)
    {
        var first = Text(tag, "firstSeenTime");
        var last = Text(tag, "lastSeenTime");
        var told = _takesLastSeen ? last : first;
        if (told is null && sent is { } stamp)
        {
            (micros, problem) = (stamp, "");
            return true;
        }

        if ((told ?? first ?? last) is { } text)
        {
            return IsoTime.TryParse(text, times, out micros, out problem);
        }

        (micros, problem) = (0, "the event has no time");
        return false;
    }

    private static bool HasEvent(JsonElement root) => root.EnumerateObject().Any(property => property.Name.EndsWith("Event", StringComparison.Ordinal));

    private static string? Name(JsonElement element, string property) =>
        Text(element, property) is { Length: > 0 } name ? Named(name) : null;

    private static string Named(string name) => name[..Math.Min(name.Length, MaxNameLength)].TrimEnd();

    /// <summary>Base64 in either alphabet, as the field is documented; hex, as some write into it.</summary>
    private static string? HexOf(string? epc)
    {
        if (epc is null || (epc.Length % 4 == 0 && epc.All(char.IsAsciiHexDigit)))
        {
            return epc;
        }

        var padded = epc.Replace('-', '+').Replace('_', '/').TrimEnd('=');
        padded = padded.PadRight(padded.Length + ((4 - (padded.Length % 4)) % 4), '=');
        var bytes = new byte[padded.Length];
        return Convert.TryFromBase64String(padded, bytes, out var count) ? Convert.ToHexString(bytes.AsSpan(0, count)) : epc;
    }
}
