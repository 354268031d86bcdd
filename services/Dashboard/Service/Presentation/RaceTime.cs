using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using RaceSystem.Kernel;

namespace RaceSystem.Dashboard.Service.Presentation;

/// <summary>Durations as a results list prints them.</summary>
public static class RaceTime
{
    /// <summary>Whole seconds, rounded up to the next longer second; null when there is no time.</summary>
    public static long? Seconds(Duration? time) => time is null ? null : Elapsed.From(time.ToTimeSpan()).CeilingSeconds();

    /// <summary><c>2:09:45</c>, <c>38:12</c>; empty when there is no time.</summary>
    public static string Show(Duration? time) => Show(Seconds(time));

    /// <summary><c>2:09:45</c>, <c>38:12</c>; empty when there is no time.</summary>
    public static string Show(long? seconds)
    {
        if (seconds is not { } total)
        {
            return "";
        }

        var sign = total < 0 ? "−" : "";
        total = Math.Abs(total);
        var (hours, minutes, rest) = (total / 3600, total / 60 % 60, total % 60);
        return hours > 0
            ? string.Create(CultureInfo.InvariantCulture, $"{sign}{hours}:{minutes:00}:{rest:00}")
            : string.Create(CultureInfo.InvariantCulture, $"{sign}{minutes}:{rest:00}");
    }

    /// <summary>Behind the leader: <c>+1:23</c>; empty for the leader and where one of both has no time.</summary>
    public static string Gap(long? seconds, long? leader) => seconds is { } own && leader is { } best && own > best ? "+" + Show(own - best) : "";

    /// <summary>Pace of a leg, minutes a kilometre rounded to the second: <c>4:05</c>; empty when it cannot be told.</summary>
    public static string Pace(TimeSpan leg, long metres) =>
        leg <= TimeSpan.Zero || metres <= 0 ? "" : Show((long)Math.Round(leg.TotalSeconds * 1000 / metres, MidpointRounding.AwayFromZero));
}
