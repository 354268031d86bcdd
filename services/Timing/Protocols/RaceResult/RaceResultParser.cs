using System.Globalization;
using RaceSystem.Kernel;
using RaceSystem.Timing.Protocols.Clocks;

namespace RaceSystem.Timing.Protocols.RaceResult;

/// <summary>
/// Reads passing records. Since protocol 1.6: number; code; date; time; event id; hits; highest RSSI; internal; is active;
/// channel; loop; loop only; wake-ups; battery; temperature; internal; box name; file; antenna; box id. Older versions and
/// exports end earlier, or leave "loop only" out. Of the date, 0000-00-00 means that the decoder has none, and the last
/// part counts the days since its start. Source: the maker's knowledge base, articles 487 and 15788.
/// </summary>
internal sealed class RaceResultParser(DeviceTimes times, RaceResultMarkers markers)
{
    private const int MaxFields = 40;
    private const int BoxNameAt = 16;
    private const int FullFields = 20;
    private const long MicrosPerDay = 86_400L * Instant.MicrosPerSecond;

    /// <summary>Reads a record, with or without <c>#P;</c> in front; null when it does not even begin as one.</summary>
    public RaceResultPassing? Parse(string line)
    {
        var record = line.StartsWith("#P;", StringComparison.Ordinal) ? line[3..] : line;
        var fields = record.Split(';', MaxFields);
        if (fields.Length < 4 || !ClockText.TryDigits(fields[0].Trim(), out var number) || number is < 1 or > uint.MaxValue)
        {
            return null;
        }

        // Exports of version 1 have no "loop only": everything behind it is one field earlier.
        var shift = fields.Length == FullFields - 1 && Field(fields, BoxNameAt - 1).Length > 0 && !IsNumber(fields, BoxNameAt - 1) ? 1 : 0;
        var box = Field(fields, BoxNameAt - shift);
        var location = box.Length <= 100 ? box : box[..100];
        long? file = ClockText.TryDigits(Field(fields, BoxNameAt + 1 - shift), out var told) ? told : null;
        var code = fields[1].Trim();
        if (!TryTime(fields[2].Trim(), fields[3].Trim(), out var micros, out var problem))
        {
            return new RaceResultPassing(number, file, location, null, null, problem);
        }

        if (markers.Contains(code))
        {
            return new RaceResultPassing(number, file, location, null, new DecodedMarker(micros, MarkerKind.Gun, $"Marker {code}"), "");
        }

        if (!ChipCode.TryParse(code, out var chip))
        {
            return new RaceResultPassing(number, file, location, null, null, "the transponder's code has other characters than letters and digits, or none");
        }

        var antenna = ushort.TryParse(Field(fields, BoxNameAt + 2 - shift), NumberStyles.None, CultureInfo.InvariantCulture, out var port) ? port : (ushort)0;
        return new RaceResultPassing(number, file, location, new DecodedRead(chip.Text, micros, Dbm(Field(fields, 6)), antenna), null, "");
    }

    /// <summary>A date and a time of day of the decoder.</summary>
    public bool TryTime(string date, string time, out long micros, out string problem)
    {
        micros = 0;
        if (!ClockText.TryTimeOfDay(time, out var ofDay))
        {
            problem = "the record has no time of day";
            return false;
        }

        if (date.Length == 0)
        {
            return times.TryTimeOfDay(ofDay, out micros, out problem);
        }

        if (date.StartsWith("0000-00-", StringComparison.Ordinal) && ClockText.TryDigits(date.AsSpan(8), out var days) && days <= 99)
        {
            return TryWithoutDate(ofDay, days, out micros, out problem);
        }

        problem = "the record's date is none";
        return ClockText.TryDate(date, out var day) && times.TryLocal(day, ofDay, out micros, out problem);
    }

    /// <summary>Only negative values are decibels: what is positive counts in the decoder's own steps.</summary>
    private static short Dbm(string text) =>
        text.Length is > 1 and < 12 && text[0] == '-' && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number > short.MinValue
            ? (short)Math.Round(number)
            : (short)0;

    private static string Field(string[] fields, int index) => index < fields.Length ? fields[index].Trim() : "";

    private static bool IsNumber(string[] fields, int index) => ClockText.TryDigits(Field(fields, index), out _);

    private bool TryWithoutDate(long ofDay, long days, out long micros, out string problem)
    {
        if (!times.TryTimeOfDay(ofDay, out micros, out problem))
        {
            return false;
        }

        // The declared date is the first day; without one, the day is told by the clock already.
        micros += times.Date is null ? 0 : days * MicrosPerDay;
        return true;
    }
}
