using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using RaceSystem.Kernel;
using RaceSystem.Registration.V1;

namespace RaceSystem.Dashboard.Service.Presentation;

/// <summary>Durations as a results list prints them.</summary>
public static class RaceTime
{
    /// <summary>Whole seconds, rounded up to the next longer second; null when there is no time.</summary>
    public static long? Seconds(Duration? time) => time is null ? null : Elapsed.From(time.ToTimeSpan()).CeilingSeconds();

    /// <summary><c>2:09:45</c>, <c>38:12</c>; <c>29:59.8</c>, <c>30:00.0</c> in a race timed to tenths; empty when there is no time.</summary>
    public static string Show(Duration? time, TimeResolution resolution = TimeResolution.Second) => time is null || resolution != TimeResolution.Tenth
        ? Show(Seconds(time))
        : Tenths(time) is var tenths && tenths < 0
            ? "−" + WithTenths(-tenths)
            : WithTenths(tenths);

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

    /// <summary>Behind the leader, as shown: <c>+1:23</c>, <c>+1:23.4</c> in a race timed to tenths.</summary>
    public static string Gap(Duration? time, Duration? leader, TimeResolution resolution) => resolution != TimeResolution.Tenth
        ? Gap(Seconds(time), Seconds(leader))
        : time is not null && leader is not null && Tenths(time) - Tenths(leader) is var gap and > 0 ? "+" + WithTenths(gap) : "";

    /// <summary>A gap that may be negative, as shown: <c>+1:23</c>, <c>−0:05</c>; empty when there is none.</summary>
    public static string Gap(Duration? gap, TimeResolution resolution) => Show(gap, resolution) is { Length: > 0 } text && gap is not { Seconds: 0, Nanos: 0 }
        ? text.StartsWith('−') ? text : "+" + text
        : "";

    /// <summary>Pace of a leg, minutes a kilometre rounded to the second: <c>4:05</c>; empty when it cannot be told.</summary>
    public static string Pace(TimeSpan leg, long metres) =>
        leg <= TimeSpan.Zero || metres <= 0 ? "" : Show((long)Math.Round(leg.TotalSeconds * 1000 / metres, MidpointRounding.AwayFromZero));

    private static long Tenths(Duration time) => (time.Seconds * 10) + (time.Nanos / 100_000_000);

    private static string WithTenths(long tenths) => string.Create(CultureInfo.InvariantCulture, $"{Show(tenths / 10)}.{tenths % 10}");
}
