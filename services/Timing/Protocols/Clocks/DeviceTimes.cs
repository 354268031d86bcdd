using System.Globalization;
using RaceSystem.Kernel;

namespace RaceSystem.Timing.Protocols.Clocks;

/// <summary>
/// Brings what a decoder calls a time to UTC. Nothing is guessed silently: a local time is read in the zone that was
/// declared for the device, a time without a date gets the declared date or, from a live decoder, the date that brings it
/// nearest to now; what stays ambiguous is refused with a reason. Safe to use from several threads.
/// </summary>
/// <param name="zone">Zone of local times.</param>
/// <param name="date">Date of times that come without one; null: from <paramref name="live"/>.</param>
/// <param name="live">The clock of a live session; null for a file.</param>
public sealed class DeviceTimes(TimeZoneInfo zone, DateOnly? date = null, TimeProvider? live = null)
{
    private const long MicrosPerDay = 86_400L * Instant.MicrosPerSecond;
    private const long LargestOffset = 14 * 3_600L * Instant.MicrosPerSecond;

    /// <summary>Since 1972 clocks are changed at whole quarters of an hour everywhere.</summary>
    private const long QuarterHour = 900L * Instant.MicrosPerSecond;

    private static readonly int EpochDay = DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;

    /// <summary>The day asked for last, when its clocks were not changed. Written whole, whoever comes first.</summary>
    private PlainDay? _plainDay;

    /// <summary>Zone of local times.</summary>
    public TimeZoneInfo Zone { get; } = zone;

    /// <summary>Date of times that come without one; null when a live clock tells it.</summary>
    public DateOnly? Date { get; } = date;

    /// <summary>A zone by its IANA name, or a fixed offset such as <c>+09:00</c>; null when it is neither.</summary>
    public static TimeZoneInfo? ZoneOf(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length == 6 && text[0] is '+' or '-' && TimeSpan.TryParseExact(text[1..], "hh\\:mm", CultureInfo.InvariantCulture, out var offset) && offset <= TimeSpan.FromHours(14))
        {
            return TimeZoneInfo.CreateCustomTimeZone(text, text[0] == '-' ? -offset : offset, text, text);
        }

        return text.Length is > 0 and <= 64 && TimeZoneInfo.TryFindSystemTimeZoneById(text, out var found) ? found : null;
    }

    /// <summary>A time of day with its date, on the local clock.</summary>
    /// <param name="day">The date.</param>
    /// <param name="microsOfDay">Microseconds since midnight, less than a day.</param>
    /// <param name="micros">Microseconds since the Unix epoch.</param>
    /// <param name="problem">Why it cannot be told.</param>
    public bool TryLocal(DateOnly day, long microsOfDay, out long micros, out string problem)
    {
        (micros, problem) = (0, "");
        if (microsOfDay is < 0 or >= MicrosPerDay)
        {
            problem = "the time of day is not between 00:00 and 24:00";
            return false;
        }

        if (day.Year is < 1970 or > 2200)
        {
            problem = $"the year {day.Year} is not between 1970 and 2200";
            return false;
        }

        var wall = ((day.DayNumber - EpochDay) * MicrosPerDay) + microsOfDay;
        if (PlainOffset(day) is { } offset)
        {
            micros = wall - offset;
            return true;
        }

        var moments = MomentsOf(wall);
        if (moments.Count == 1 || (moments.Count > 1 && live is not null))
        {
            var now = moments.Count == 1 ? 0 : NowMicros(live!);
            micros = moments.MinBy(moment => Math.Abs(moment - now));
            return true;
        }

        problem = moments.Count == 0
            ? $"{WallTime.ToDateTime(wall):yyyy-MM-dd HH:mm:ss} does not exist in {Zone.Id}: clocks went forward"
            : $"{WallTime.ToDateTime(wall):yyyy-MM-dd HH:mm:ss} happened twice in {Zone.Id}: clocks went back; declare the zone as an offset such as +02:00";
        return false;
    }

    /// <summary>A time of day without a date, on the local clock.</summary>
    public bool TryTimeOfDay(long microsOfDay, out long micros, out string problem)
    {
        if (Date is { } declared)
        {
            return TryLocal(declared, microsOfDay, out micros, out problem);
        }

        if (live is null)
        {
            (micros, problem) = (0, "the time has no date: declare one");
            return false;
        }

        var now = NowMicros(live);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(live.GetUtcNow(), Zone).DateTime);
        (micros, problem) = (0, "");
        var found = false;
        foreach (var day in (DateOnly[])[today, today.AddDays(-1), today.AddDays(1)])
        {
            if (TryLocal(day, microsOfDay, out var candidate, out problem) && (!found || Math.Abs(candidate - now) < Math.Abs(micros - now)))
            {
                (found, micros) = (true, candidate);
            }
        }

        return found;
    }

    /// <summary>The offset of a day on and about which no clock is changed; null for the others.</summary>
    private long? PlainOffset(DateOnly day)
    {
        if (_plainDay is { } known && known.Day == day)
        {
            return known.Offset;
        }

        var midnight = (day.DayNumber - EpochDay) * MicrosPerDay;
        var offset = OffsetAt(midnight - LargestOffset);
        for (var moment = midnight - LargestOffset; moment <= midnight + MicrosPerDay + LargestOffset; moment += QuarterHour)
        {
            if (OffsetAt(moment) != offset)
            {
                return null;
            }
        }

        _plainDay = new PlainDay(day, offset);
        return offset;
    }

    /// <summary>
    /// Every moment at which the zone's clocks show this. Asked of UTC, where each moment has one offset: the library's own tests for
    /// times that do not exist or exist twice know summer time, but not a country that changes its zone.
    /// </summary>
    private List<long> MomentsOf(long wall)
    {
        var moments = new List<long>(2);
        foreach (var about in (long[])[wall - MicrosPerDay, wall, wall + MicrosPerDay])
        {
            var moment = wall - OffsetAt(about);
            if (moment + OffsetAt(moment) == wall && !moments.Contains(moment))
            {
                moments.Add(moment);
            }
        }

        return moments;
    }

    private long OffsetAt(long micros) => Zone.GetUtcOffset(new Instant(micros).ToDateTimeOffset()).Ticks / TimeSpan.TicksPerMicrosecond;

    private static long NowMicros(TimeProvider clock) => Instant.From(clock.GetUtcNow()).Micros;

    private sealed record PlainDay(DateOnly Day, long Offset);
}
