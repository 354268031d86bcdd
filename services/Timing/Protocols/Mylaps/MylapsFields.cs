using System.Globalization;

namespace RaceSystem.Timing.Protocols.Mylaps;

/// <summary>Fields of protocol version 2: <c>key=value|key=value</c>.</summary>
internal static class MylapsFields
{
    private const int MaxFields = 64;

    /// <summary>The fields of a record; the first of a key counts, parts without '=' are left out.</summary>
    public static Dictionary<string, string> Parse(string record)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in record.Split('|', MaxFields))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0)
            {
                fields.TryAdd(part[..equals].Trim(), part[(equals + 1)..].Trim());
            }
        }

        return fields;
    }

    /// <summary>A decimal number of a field; null when the field is absent or "n.a.".</summary>
    public static double? Number(Dictionary<string, string> fields, string key) =>
        fields.TryGetValue(key, out var text) && text.Length <= 20
            && double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
