using System.Buffers;
using System.Globalization;
using RaceSystem.Kernel;
using RaceSystem.Timing.Protocols.Clocks;

namespace RaceSystem.Timing.Protocols.Csv;

/// <summary>Reads the times of CSV files and streams.</summary>
/// <param name="format">How they are written.</param>
/// <param name="dayFirst">Whether local dates begin with the day.</param>
internal sealed class CsvTimes(CsvTimeFormat format, bool dayFirst)
{
    private const long MicrosPerMilli = 1_000;
    private static readonly SearchValues<char> OfNumbers = SearchValues.Create("0123456789.");
    private const long LatestMicros = 7_258_118_400L * Instant.MicrosPerSecond;

    /// <summary>The moment; false with what is wrong otherwise.</summary>
    public bool TryParse(string text, DeviceTimes times, out long micros, out string problem)
    {
        micros = 0;
        switch (format)
        {
            case CsvTimeFormat.Zoned:
                problem = "the time must be ISO 8601 with a zone or whole microseconds since 1970";
                return (ClockText.TryDigits(text, out micros) && micros <= LatestMicros)
                    || (HasZone(text) && text.Contains('T', StringComparison.Ordinal) && IsoTime.TryParse(text, times, out micros, out _));
            case CsvTimeFormat.Iso:
                return IsoTime.TryParse(text, times, out micros, out problem);
            case CsvTimeFormat.IsoLocal:
                problem = "the time must be a date and a time of day";
                return WallText.TryDateAndTime(text, dayFirst, out var wall) && WallTime.TryResolve(times, wall, out micros, out problem);
            case CsvTimeFormat.TimeOfDay:
                problem = "the time must be a time of day";
                return WallText.TryTimeOfDay(text, out var ofDay)
                    ? times.TryTimeOfDay(ofDay, out micros, out problem)
                    : WallText.TryDateAndTime(text, dayFirst, out var dated) && WallTime.TryResolve(times, dated, out micros, out problem);
            case CsvTimeFormat.Log:
                problem = "the time must be as in Sat Feb 01 14:11:29.139089  2020-02-01";
                return TryLog(text, out var logged) && WallTime.TryResolve(times, logged, out micros, out problem);
            case CsvTimeFormat.Unix:
                return TryNumber(text, Instant.MicrosPerSecond, out micros, out problem);
            case CsvTimeFormat.UnixMs:
                return TryNumber(text, MicrosPerMilli, out micros, out problem);
            case CsvTimeFormat.UnixUs:
                return TryNumber(text, 1, out micros, out problem);
            default:
                return TryAny(text, times, out micros, out problem);
        }
    }

    private bool TryAny(string text, DeviceTimes times, out long micros, out string problem)
    {
        if (text.Length > 0 && text.AsSpan().IndexOfAnyExcept(OfNumbers) < 0 && text.AsSpan().Count('.') <= 1)
        {
            return TryNumberByLength(text, out micros, out problem);
        }

        if (WallText.TryTimeOfDay(text, out var ofDay))
        {
            return times.TryTimeOfDay(ofDay, out micros, out problem);
        }

        if (WallText.TryDateAndTime(text, dayFirst || IsGerman(text), out var wall) || TryLog(text, out wall))
        {
            return WallTime.TryResolve(times, wall, out micros, out problem);
        }

        return IsoTime.TryParse(text, times, out micros, out problem);
    }

    /// <summary>With points between its parts a date begins with the day, wherever that is written.</summary>
    private static bool IsGerman(string text) => text.AsSpan().IndexOf('.') is 1 or 2;

    private static bool HasZone(string text) => text.EndsWith('Z') || (text.Length > 6 && text[^6] is '+' or '-' && text[^3] == ':');

    private static bool TryNumberByLength(string text, out long micros, out string problem)
    {
        var point = text.IndexOf('.', StringComparison.Ordinal);
        switch (point < 0 ? text.Length : point)
        {
            case 9 or 10:
                return TryNumber(text, Instant.MicrosPerSecond, out micros, out problem);
            case 12 or 13:
                return TryNumber(text, MicrosPerMilli, out micros, out problem);
            case 15 or 16:
                return TryNumber(text, 1, out micros, out problem);
            default:
                (micros, problem) = (0, "the number is neither seconds, milliseconds nor microseconds since 1970");
                return false;
        }
    }

    private static bool TryNumber(string text, long unit, out long micros, out string problem)
    {
        problem = "the time must be a number since 1970 and before 2200";
        var isNumber = decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number <= LatestMicros / unit;
        micros = isNumber ? (long)(number * unit) : 0;
        return isNumber;
    }

    /// <summary>Weekday, month, day, time, date: day and month are told twice and must agree.</summary>
    private static bool TryLog(string text, out long wall)
    {
        wall = 0;
        var parts = text.Split(' ', 6, StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length != 5 || !WallText.TryTimeOfDay(parts[3], out var ofDay) || !WallText.TryDate(parts[4], dayFirst: false, out var date)
            || !string.Equals(date.ToString("MMM", CultureInfo.InvariantCulture), parts[1], StringComparison.OrdinalIgnoreCase)
            || !ClockText.TryDigits(parts[2], out var day) || day != date.Day)
        {
            return false;
        }

        wall = WallText.Of(date, ofDay);
        return true;
    }
}
