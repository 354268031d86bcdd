using System.Globalization;

namespace RaceSystem.Timing.Protocols.Clocks;

/// <summary>What an offset means, and how it is told to a person.</summary>
internal static class ClockWords
{
    private const long QuarterMicros = 900_000_000;
    private const long ZoneTolerance = 60_000_000;

    /// <summary>No two zones are further apart than 26 h; a date that is off by one is a day.</summary>
    private const long DateFromMicros = 18 * 4 * QuarterMicros;

    /// <summary>The kind of fault that makes such an offset.</summary>
    internal static ClockFault FaultOf(long offsetMicros)
    {
        var size = Math.Abs(offsetMicros);
        if (size >= DateFromMicros)
        {
            return ClockFault.Date;
        }

        var toQuarter = Math.Abs(size - ((size + (QuarterMicros / 2)) / QuarterMicros * QuarterMicros));
        return size >= QuarterMicros - ZoneTolerance && toQuarter <= ZoneTolerance ? ClockFault.Zone : ClockFault.Offset;
    }

    /// <summary>For example <c>8 h 59 min 59 s behind</c>.</summary>
    internal static string OffsetOf(long offsetMicros)
    {
        var span = TimeSpan.FromMicroseconds(Math.Abs((double)offsetMicros));
        var parts = new List<string>();
        foreach (var (amount, unit) in new[] { ((int)span.TotalDays, "d"), (span.Hours, "h"), (span.Minutes, "min") })
        {
            if (amount > 0 || parts.Count > 0)
            {
                parts.Add(string.Create(CultureInfo.InvariantCulture, $"{amount} {unit}"));
            }
        }

        parts.Add(string.Create(CultureInfo.InvariantCulture, $"{span.Seconds + (span.Milliseconds / 1_000.0):0.#} s"));
        return $"{string.Join(" ", parts)} {(offsetMicros < 0 ? "ahead" : "behind")}";
    }

    internal static string MeaningOf(ClockFault fault) => fault switch
    {
        ClockFault.Zone => "it tells the time of another zone",
        ClockFault.Date => "its date is not today's",
        _ => "it is set wrong",
    };
}
