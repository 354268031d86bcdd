using RaceSystem.Kernel;
using RaceSystem.Timing.Protocols.Clocks;

namespace RaceSystem.Timing.Protocols.Impinj;

/// <summary>
/// Times of day of a log that is written nearly in order, from a first day on: each lies on the day that brings it nearest
/// to the latest before it, so that a log may run over midnight and a late line may belong to the day before.
/// </summary>
/// <param name="times">The zone.</param>
/// <param name="firstDay">Null: unknown, every time is refused.</param>
internal sealed class LogClock(DeviceTimes times, DateOnly? firstDay)
{
    private const long MicrosPerDay = 86_400L * Instant.MicrosPerSecond;
    private const int MaxDays = 60;
    private long? _latest;

    /// <summary>Reads <c>HHMMSS.f</c> with 1 to 9 decimals; those below the microsecond are cut.</summary>
    public static bool TryTimeOfDay(ReadOnlySpan<char> text, out long micros)
    {
        micros = 0;
        if (text.Length is < 8 or > 16 || text[6] != '.' || text[..6].ContainsAnyExceptInRange('0', '9') || text[7..].ContainsAnyExceptInRange('0', '9'))
        {
            return false;
        }

        var (hours, minutes, seconds) = (Two(text, 0), Two(text, 2), Two(text, 4));
        long fraction = 0;
        for (var i = 0; i < 6; i++)
        {
            fraction = (fraction * 10) + (7 + i < text.Length ? text[7 + i] - '0' : 0);
        }

        micros = ((((hours * 60L) + minutes) * 60) + seconds) * Instant.MicrosPerSecond + fraction;
        return hours < 24 && minutes < 60 && seconds < 60;
    }

    /// <summary>Brings a time of day to UTC.</summary>
    public bool TryMicros(long microsOfDay, out long micros, out string problem)
    {
        if (firstDay is not { } first)
        {
            return times.TryTimeOfDay(microsOfDay, out micros, out problem);
        }

        var day = 0L;
        if (_latest is { } latest)
        {
            day = Math.Clamp((latest - microsOfDay + (MicrosPerDay / 2)) / MicrosPerDay, 0, MaxDays);
        }

        if (!times.TryLocal(first.AddDays((int)day), microsOfDay, out micros, out problem))
        {
            return false;
        }

        _latest = Math.Max(_latest ?? 0, (day * MicrosPerDay) + microsOfDay);
        return true;
    }

    private static int Two(ReadOnlySpan<char> text, int at) => ((text[at] - '0') * 10) + (text[at + 1] - '0');
}
