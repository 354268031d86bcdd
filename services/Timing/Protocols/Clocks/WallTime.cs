using RaceSystem.Kernel;

namespace RaceSystem.Timing.Protocols.Clocks;

/// <summary>
/// Times as a clock on the wall shows them, without a zone: microseconds since 1970-01-01 00:00 of that clock. What
/// decoders with local time say, and what they are asked for in their own time.
/// </summary>
internal static class WallTime
{
    private const long MicrosPerDay = 86_400L * Instant.MicrosPerSecond;

    /// <summary>Day of the Unix epoch.</summary>
    private static readonly int EpochDay = DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;

    /// <summary>Reads the parts of a time; false when one is out of range.</summary>
    public static bool TryOf(int year, int month, int day, int hour, int minute, int second, int microsOfSecond, out long wall)
    {
        wall = 0;
        if (year is < 1970 or > 2199 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)
            || hour is < 0 or > 23 || minute is < 0 or > 59 || second is < 0 or > 59 || microsOfSecond is < 0 or > 999_999)
        {
            return false;
        }

        wall = ((new DateOnly(year, month, day).DayNumber - EpochDay) * MicrosPerDay)
            + ((((hour * 60L) + minute) * 60L + second) * Instant.MicrosPerSecond) + microsOfSecond;
        return true;
    }

    /// <summary>The moment that the clock's zone makes of it.</summary>
    public static bool TryResolve(DeviceTimes times, long wall, out long micros, out string problem)
    {
        if (wall is < 0 or > 7_258_118_400L * Instant.MicrosPerSecond)
        {
            (micros, problem) = (0, "the time is not between 1970 and 2200");
            return false;
        }

        return times.TryLocal(DateOnly.FromDayNumber(EpochDay + (int)(wall / MicrosPerDay)), wall % MicrosPerDay, out micros, out problem);
    }

    /// <summary>What a clock on the wall of a zone shows at a moment.</summary>
    public static long At(long micros, TimeZoneInfo zone)
    {
        var moment = new Instant(micros).ToDateTimeOffset();
        return micros + (zone.GetUtcOffset(moment).Ticks / TimeSpan.TicksPerMicrosecond);
    }

    /// <summary>For formatting.</summary>
    public static DateTime ToDateTime(long wall) => DateTime.UnixEpoch.AddTicks(wall * TimeSpan.TicksPerMicrosecond);
}
