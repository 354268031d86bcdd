using System.Globalization;
using RaceSystem.Kernel;

namespace RaceSystem.Timing.Protocols.Clocks;

/// <summary>
/// Brings what a decoder calls a time to UTC. Nothing is guessed silently: a local time is read in the zone that was
/// declared for the device, a time without a date gets the declared date or, from a live decoder, the date that brings it
/// nearest to now; what stays ambiguous is refused with a reason. Immutable; safe to use from several threads.
/// </summary>
/// <param name="zone">Zone of local times.</param>
/// <param name="date">Date of times that come without one; null: from <paramref name="live"/>.</param>
/// <param name="live">The clock of a live session; null for a file.</param>
public sealed class DeviceTimes(TimeZoneInfo zone, DateOnly? date = null, TimeProvider? live = null)
{
    private const long MicrosPerDay = 86_400L * Instant.MicrosPerSecond;

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
    /// <param name="microsOfDay">Microseconds since midnight, 0 up to a day and an hour for clocks that count on.</param>
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

        var local = day.ToDateTime(TimeOnly.MinValue).AddTicks(microsOfDay * TimeSpan.TicksPerMicrosecond);
        if (Zone.IsInvalidTime(local))
        {
            problem = $"{local:yyyy-MM-dd HH:mm:ss} does not exist in {Zone.Id}: clocks went forward";
            return false;
        }

        if (!Zone.IsAmbiguousTime(local))
        {
            micros = MicrosOf(local, Zone.GetUtcOffset(local));
            return true;
        }

        if (live is null)
        {
            problem = $"{local:yyyy-MM-dd HH:mm:ss} happened twice in {Zone.Id}: clocks went back; declare the zone as an offset such as +02:00";
            return false;
        }

        var now = NowMicros(live);
        micros = Zone.GetAmbiguousTimeOffsets(local).Select(offset => MicrosOf(local, offset)).MinBy(candidate => Math.Abs(candidate - now));
        return true;
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

    private static long MicrosOf(DateTime local, TimeSpan offset) => Instant.From(new DateTimeOffset(local, offset)).Micros;

    private static long NowMicros(TimeProvider clock) => Instant.From(clock.GetUtcNow()).Micros;
}
