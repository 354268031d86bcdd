using System.Globalization;
using System.Text;
using System.Text.Json;
using RaceSystem.Kernel;
using RaceSystem.Timing.Protocols.Clocks;
using RaceSystem.Timing.Protocols.Framing;

namespace RaceSystem.Timing.Protocols.RaceResult;

/// <summary>
/// Reads "Raw Data Record JSON", which the maker's software posts for each passing: the record with a Passing object in it,
/// or that object alone. The time is the passing's UTCTime; without one, Time: seconds of the day on the local clock.
/// Source: the maker's knowledge base, article 15788. Its own example labels a local time as UTC (an hour later than it was
/// received): the setting <c>utc-time</c> = <c>local</c> reads it so.
/// </summary>
internal sealed class RaceResultJson(DeviceTimes times, bool isUtcTimeLocal)
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 16, AllowTrailingCommas = true };
    private static readonly JsonReaderOptions ReaderOptions = new() { MaxDepth = 16, AllowTrailingCommas = true, AllowMultipleValues = true };

    /// <summary>Cuts a text into its values: one, or several one after the other.</summary>
    /// <exception cref="JsonException">The text is no JSON.</exception>
    public static List<ReadOnlyMemory<byte>> Cut(ReadOnlyMemory<byte> json)
    {
        // Text that is no UTF-8 is taken as Latin-1, as everywhere on these wires.
        var text = System.Text.Unicode.Utf8.IsValid(json.Span) ? json : Encoding.UTF8.GetBytes(WireText.Decode(json.Span));
        var reader = new Utf8JsonReader(text.Span, ReaderOptions);
        var values = new List<ReadOnlyMemory<byte>>();
        while (reader.Read())
        {
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            values.Add(text[start..(int)reader.BytesConsumed]);
        }

        return values;
    }

    /// <summary>Reads the records of a value: an object, or an array of objects. With each comes its own text.</summary>
    public IEnumerable<(RaceResultPassing Passing, ReadOnlyMemory<byte> Text)> Records(ReadOnlyMemory<byte> value)
    {
        using var document = JsonDocument.Parse(value, Options);
        if (document.RootElement.ValueKind != JsonValueKind.Array)
        {
            yield return (Parse(document.RootElement), value);
            yield break;
        }

        foreach (var element in document.RootElement.EnumerateArray())
        {
            var passing = Parse(element);
            yield return (passing, passing.Problem.Length > 0 ? Encoding.UTF8.GetBytes(element.GetRawText()) : default);
        }
    }

    private RaceResultPassing Parse(JsonElement record)
    {
        try
        {
            return ParseText(record);
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair, written as an escape, is JSON but no text.
            return Refuse("", "the record holds a text that is none");
        }
    }

    private RaceResultPassing ParseText(JsonElement record)
    {
        if (record.ValueKind != JsonValueKind.Object)
        {
            return Refuse("", "the record is no object");
        }

        var passing = record.TryGetProperty("Passing", out var inner) && inner.ValueKind == JsonValueKind.Object ? inner : record;
        var location = Text(record, "TimingPoint") is { Length: > 0 } point ? point : Text(passing, "DeviceName") is { Length: > 0 } name ? name : Text(passing, "DeviceID");
        location = location[..Math.Min(location.Length, 100)];
        if (IsTrue(record, "Invalid"))
        {
            return Refuse(location, "the record is marked as invalid");
        }

        if (!TryTime(record, passing, out var micros, out var problem))
        {
            return Refuse(location, problem);
        }

        var code = Text(passing, "Transponder");
        if (IsTrue(passing, "IsMarker"))
        {
            return new RaceResultPassing(Number(passing, "PassingNo") ?? 0, Number(passing, "FileNo"), location, null, new DecodedMarker(micros, MarkerKind.Gun, Marker(code)), "");
        }

        if (!ChipCode.TryParse(code, out var chip))
        {
            return Refuse(location, "the record has no transponder code, or one with other characters than letters and digits");
        }

        var dbm = Number(passing, "RSSI") is { } rssi and < 0 and > short.MinValue ? (short)rssi : (short)0;
        var read = new DecodedRead(chip.Text, micros, dbm, (ushort)(Number(passing, "Port") is { } port and > 0 and <= ushort.MaxValue ? port : 0));
        return new RaceResultPassing(Number(passing, "PassingNo") ?? 0, Number(passing, "FileNo"), location, read, null, "");
    }

    private static string Marker(string code) => code.Length is > 0 and <= 40 ? $"Marker {code}" : "Marker";

    private static RaceResultPassing Refuse(string location, string problem) => new(0, null, location, null, null, problem);

    private static string Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value)
            ? value.ValueKind switch { JsonValueKind.String => value.GetString() ?? "", JsonValueKind.Number => value.GetRawText(), _ => "" }
            : "";

    private static bool IsTrue(JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    private static long? Number(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && Math.Abs(number) < 1e15
            ? (long)Math.Round(number)
            : null;

    private bool TryTime(JsonElement record, JsonElement passing, out long micros, out string problem)
    {
        (micros, problem) = (0, "the record has no time: UTCTime of the passing");
        var text = Text(passing, "UTCTime");
        if (text.Length is > 0 and <= 40 && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var utc) && utc.Year is >= 1970 and <= 2200)
        {
            problem = "";
            micros = Instant.From(utc).Micros;
            return !isUtcTimeLocal || times.TryLocal(DateOnly.FromDateTime(utc.DateTime), utc.TimeOfDay.Ticks / TimeSpan.TicksPerMicrosecond, out micros, out problem);
        }

        return record.TryGetProperty("Time", out var seconds) && seconds.ValueKind == JsonValueKind.Number && seconds.TryGetDouble(out var ofDay) && ofDay is >= 0 and < 86_400
            && times.TryTimeOfDay((long)Math.Round(ofDay * 1_000) * 1_000, out micros, out problem);
    }
}
