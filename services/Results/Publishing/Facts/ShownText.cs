using System.Globalization;
using RaceSystem.Kernel;
using RaceSystem.Results.Core.Races;

namespace RaceSystem.Results.Publishing.Facts;

/// <summary>Times, distances and moments as sport writes them.</summary>
internal static class ShownText
{
    private const long TenthsPerSecond = 10;

    /// <summary><c>2:09:45</c>, <c>29:05</c>; with the tenth where the race shows tenths. Empty: none.</summary>
    public static string Time(Elapsed? time, TimeResolution resolution)
    {
        if (time is not { } shown)
        {
            return "";
        }

        var tenths = shown.Micros / (Instant.MicrosPerSecond / TenthsPerSecond);
        var sign = tenths < 0 ? "-" : "";
        tenths = Math.Abs(tenths);
        var (seconds, tenth) = (tenths / TenthsPerSecond, tenths % TenthsPerSecond);
        var (hours, minutes) = (seconds / 3600, seconds / 60 % 60);
        var text = hours > 0
            ? string.Create(CultureInfo.InvariantCulture, $"{sign}{hours}:{minutes:00}:{seconds % 60:00}")
            : string.Create(CultureInfo.InvariantCulture, $"{sign}{minutes}:{seconds % 60:00}");
        return resolution == TimeResolution.Tenth ? string.Create(CultureInfo.InvariantCulture, $"{text}.{tenth}") : text;
    }

    /// <summary><c>02:09:45</c>, as files for computers want it, tenths cut off to the next longer second.</summary>
    public static string Clock(Elapsed time)
    {
        var seconds = time.CeilingSeconds();
        return string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600:00}:{seconds / 60 % 60:00}:{seconds % 60:00}");
    }

    /// <summary><c>42.195 km</c>; the half marathon, which is stored in whole metres, by its exact length.</summary>
    public static string Distance(long metres) => metres switch
    {
        21_097 or 21_098 => "21.0975 km",
        < 1000 => string.Create(CultureInfo.InvariantCulture, $"{metres} m"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{metres / 1000m:0.###} km"),
    };

    /// <summary>Of a course from start to finish.</summary>
    public static long Length(RaceDefinition race) => race.Visits.Count > 0 ? race.Visits[^1].DistanceM - race.Visits[0].DistanceM : 0;

    /// <summary>A moment at the venue; a zone that this machine does not know is shown as UTC.</summary>
    public static DateTimeOffset Local(Instant instant, MeetFacts meet) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(meet.TimeZone.Length > 0 ? meet.TimeZone : "UTC", out var zone)
            ? TimeZoneInfo.ConvertTime(instant.ToDateTimeOffset(), zone)
            : instant.ToDateTimeOffset();

    /// <summary><c>09:00:00</c>, with the offset of the venue.</summary>
    public static string Moment(Instant instant, MeetFacts meet) => Local(instant, meet).ToString("HH:mm:ss '('zzz')'", CultureInfo.InvariantCulture);

    /// <summary>The day of the races; null: not told.</summary>
    public static DateOnly? Day(MeetFacts meet) => DateOnly.TryParseExact(meet.RaceDay, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
