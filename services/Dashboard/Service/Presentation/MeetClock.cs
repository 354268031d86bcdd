using System.Globalization;
using Google.Protobuf.WellKnownTypes;

namespace RaceSystem.Dashboard.Service.Presentation;

/// <summary>Moments in the venue's time zone.</summary>
public sealed class MeetClock
{
    private readonly TimeZoneInfo _zone;

    private MeetClock(TimeZoneInfo zone) => _zone = zone;

    /// <summary>IANA name, for example <c>Asia/Pyongyang</c>.</summary>
    public string ZoneName => _zone.Id;

    /// <summary>The clock of an IANA zone; UTC, and saying so, where the zone is not known here.</summary>
    public static MeetClock Of(string? timeZone) =>
        new(!string.IsNullOrEmpty(timeZone) && TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out var zone) ? zone : TimeZoneInfo.Utc);

    /// <summary><c>09:14:05</c>; empty when there is no moment.</summary>
    public string Time(Timestamp? moment) => moment is null ? "" : Time(moment.ToDateTimeOffset());

    /// <summary><c>09:14:05</c>.</summary>
    public string Time(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, _zone).ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary><c>6 April, 09:14</c>; empty when there is no moment.</summary>
    public string Minute(Timestamp? moment) => moment is null ? "" : Local(moment.ToDateTimeOffset()).ToString("d MMMM, HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The same moment with the venue's time of day.</summary>
    public DateTimeOffset Local(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, _zone);

    /// <summary>The moment of a time of day at the venue; null: there is none, or there are two, because clocks change.</summary>
    public DateTimeOffset? Moment(DateTime local) =>
        _zone.IsInvalidTime(local) || _zone.IsAmbiguousTime(local) ? null : new DateTimeOffset(local, _zone.GetUtcOffset(local));

    /// <summary><c>Asia/Pyongyang (UTC+09:00)</c> on the given day.</summary>
    public string ZoneOn(string raceDay)
    {
        var noon = DateOnly.TryParseExact(raceDay, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day.ToDateTime(new TimeOnly(12, 0))
            : new DateTime(2025, 1, 1, 12, 0, 0, DateTimeKind.Unspecified);
        var offset = _zone.GetUtcOffset(noon);
        var sign = offset < TimeSpan.Zero ? "−" : "+";
        return _zone.Id == TimeZoneInfo.Utc.Id ? "UTC" : $"{_zone.Id} (UTC{sign}{offset.Duration().ToString("hh\\:mm", CultureInfo.InvariantCulture)})";
    }

    /// <summary><c>Sunday 6 April 2025</c>; the text itself when it is no ISO date.</summary>
    public static string Day(string raceDay) =>
        DateOnly.TryParseExact(raceDay, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day.ToString("dddd d MMMM yyyy", CultureInfo.InvariantCulture)
            : raceDay;
}
