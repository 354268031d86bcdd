using System.Globalization;
using System.Text.Json;

namespace RaceSystem.Timing.Protocols;

/// <summary>Reads properties of JSON objects, forgiving where a number stands in quotes; null when there is none.</summary>
internal static class JsonValues
{
    /// <summary>A text.</summary>
    public static string? Text(JsonElement element, string property) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>An object.</summary>
    public static JsonElement? Object(JsonElement element, string property) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.Object ? value : null;

    /// <summary>A whole number, rounded when it has a fraction.</summary>
    public static long? Number(JsonElement element, string property)
    {
        if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(property, out var value))
        {
            return null;
        }

        double number;
        if (value.ValueKind == JsonValueKind.Number)
        {
            if (value.TryGetInt64(out var whole))
            {
                return whole;
            }

            if (!value.TryGetDouble(out number))
            {
                return null;
            }
        }
        else if (value.ValueKind != JsonValueKind.String || !double.TryParse(value.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out number))
        {
            return null;
        }

        return Math.Abs(number) < 1e15 ? (long)Math.Round(number) : null;
    }
}
