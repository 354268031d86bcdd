using System.Text.Json;
using RaceSystem.Kernel;
using static RaceSystem.Timing.Protocols.JsonValues;

namespace RaceSystem.Timing.Protocols.Chronokeep;

/// <summary>A read of a portal.</summary>
/// <param name="Location">Name of the reader.</param>
/// <param name="PortalSeconds">On the portal's clock, since the Unix epoch: what reads are asked for by.</param>
/// <param name="Value">The read.</param>
internal readonly record struct PortalRead(string Location, long PortalSeconds, DecodedRead Value)
{
    /// <summary>The list in a message that holds its reads.</summary>
    public const string ListName = "list";

    private const int MaxNameLength = 100;
    private const long LatestSeconds = 7_258_118_400;

    /// <summary>Why a read that names a bib is none.</summary>
    public const string IsBib = "it names a bib, not a chip: record it as a manual passing";

    /// <summary>Why a read that was typed in is none.</summary>
    public const string IsTyped = "it was typed in, not detected: record it as a manual passing";

    /// <summary>Whether an object is meant to be a read.</summary>
    public static bool IsRead(JsonElement element) => element.TryGetProperty("identifier", out _);

    /// <summary>Reads one; false with the reason when it is none.</summary>
    public static bool TryParse(JsonElement element, bool takesReaderClock, out PortalRead read, out string problem)
    {
        read = default;
        problem = (Text(element, "ident_type") ?? "chip", Text(element, "type") ?? "reader") switch
        {
            ("bib", _) => IsBib,
            (_, "manual") => IsTyped,
            ("chip", "reader") => "",
            _ => "its ident_type or type is not known",
        };
        if (problem.Length > 0)
        {
            return false;
        }

        if (!ChipCode.TryParse(Text(element, "identifier"), out var chip))
        {
            problem = "its identifier is no chip code";
            return false;
        }

        if (!TryTime(element, "", out var portal) || !TryTime(element, takesReaderClock ? "reader_" : "", out var micros))
        {
            problem = "it has no time in seconds and milliseconds";
            return false;
        }

        var name = Text(element, "reader") ?? "";
        var value = new DecodedRead(chip.Text, micros, Signal.Rssi(Number(element, "rssi") ?? 0), Signal.Antenna(Number(element, "antenna") ?? 0));
        read = new PortalRead(name[..Math.Min(name.Length, MaxNameLength)], portal / Instant.MicrosPerSecond, value);
        return true;
    }

    private static bool TryTime(JsonElement element, string clock, out long micros)
    {
        micros = 0;
        if (Number(element, clock + "seconds") is not ({ } seconds and >= 0 and < LatestSeconds) || Number(element, clock + "milliseconds") is not ({ } milliseconds and >= 0 and < 1_000))
        {
            return false;
        }

        micros = (seconds * Instant.MicrosPerSecond) + (milliseconds * 1_000);
        return true;
    }
}
