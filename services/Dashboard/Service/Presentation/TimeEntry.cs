using System.Globalization;
using System.Text.RegularExpressions;
using Google.Protobuf.WellKnownTypes;

namespace RaceSystem.Dashboard.Service.Presentation;

/// <summary>Times as officials write them into a form, and back. What is written is never rounded: times are exact to the microsecond.</summary>
public static partial class TimeEntry
{
    /// <summary>What a duration may look like, for hints.</summary>
    public const string DurationExample = "1:30";

    /// <summary>What a moment may look like, for hints.</summary>
    public const string MomentExample = "11:09:43.25";

    private const string Fraction = "FFFFFF";

    /// <summary><c>30</c>, <c>1:30</c>, <c>1:02:03.25</c>, with a minus <c>-45</c>; null: it is none.</summary>
    public static Duration? ParseDuration(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var match = DurationPattern().Match(text.Trim());
        if (!match.Success)
        {
            return null;
        }

        var (hours, minutes) = (Number(match, "h"), Number(match, "m"));
        if ((match.Groups["h"].Success && minutes > 59) || (match.Groups["m"].Success && Number(match, "s") > 59))
        {
            return null;
        }

        var micros = (((((long)hours * 60) + minutes) * 60) + Number(match, "s")) * 1_000_000L + FractionOf(match);
        return Duration.FromTimeSpan(TimeSpan.FromMicroseconds(match.Groups["sign"].Value.Length > 0 ? -micros : micros));
    }

    /// <summary>As <see cref="ParseDuration"/> reads it.</summary>
    public static string Show(Duration? duration)
    {
        if (duration is null)
        {
            return "";
        }

        var span = duration.ToTimeSpan();
        var (sign, size) = (span < TimeSpan.Zero ? "-" : "", span.Duration());
        var rest = size.ToString(size >= TimeSpan.FromHours(1) ? $@"mm\:ss\.{Fraction}" : $@"m\:ss\.{Fraction}", CultureInfo.InvariantCulture).TrimEnd('.');
        return size >= TimeSpan.FromHours(1) ? string.Create(CultureInfo.InvariantCulture, $"{sign}{(long)size.TotalHours}:{rest}") : sign + rest;
    }

    /// <summary>
    /// A time of day at the venue on race day, <c>11:09:43.25</c>, or of another day, <c>2025-04-07 00:10:00</c>. Null: it is
    /// none, or a time that the day does not have or has twice, because clocks change.
    /// </summary>
    public static Timestamp? ParseMoment(string text, string raceDay, MeetClock clock)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(clock);
        var match = MomentPattern().Match(text.Trim());
        if (!match.Success || !DateOnly.TryParseExact(match.Groups["day"].Success ? match.Groups["day"].Value : raceDay, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return null;
        }

        var (hours, minutes, seconds) = (Number(match, "h"), Number(match, "m"), Number(match, "s"));
        if (hours > 23 || minutes > 59 || seconds > 59)
        {
            return null;
        }

        var local = day.ToDateTime(new TimeOnly(hours, minutes, seconds)).AddMicroseconds(FractionOf(match));
        return clock.Moment(local) is { } moment ? Timestamp.FromDateTimeOffset(moment) : null;
    }

    /// <summary>As <see cref="ParseMoment"/> reads it.</summary>
    public static string Show(Timestamp? moment, string raceDay, MeetClock clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        if (moment is null)
        {
            return "";
        }

        var local = clock.Local(moment.ToDateTimeOffset());
        var time = local.ToString($"HH:mm:ss.{Fraction}", CultureInfo.InvariantCulture).TrimEnd('.');
        var day = local.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return day == raceDay ? time : $"{day} {time}";
    }

    private static int Number(Match match, string group) =>
        match.Groups[group] is { Success: true, Value: var digits } ? int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture) : 0;

    private static long FractionOf(Match match) =>
        match.Groups["f"] is { Success: true, Value: var digits } ? long.Parse(digits.PadRight(6, '0'), NumberStyles.None, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^(?<sign>[-−])?\+?(?:(?:(?<h>[0-9]{1,2}):)?(?<m>[0-9]{1,3}):)?(?<s>[0-9]{1,5})(?:\.(?<f>[0-9]{1,6}))?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex DurationPattern();

    [GeneratedRegex(@"^(?:(?<day>[0-9]{4}-[0-9]{2}-[0-9]{2})[ T])?(?<h>[0-9]{1,2}):(?<m>[0-9]{2}):(?<s>[0-9]{2})(?:\.(?<f>[0-9]{1,6}))?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex MomentPattern();
}
