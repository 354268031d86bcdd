using System.Text.Json;

namespace RaceSystem.Results.Certification.Json;

/// <summary>Brings JSON into its canonical form (RFC 8785), and asks whether it is in it.</summary>
public static class CanonicalJson
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = CanonicalWriter.MaxDepth };

    /// <summary>The canonical form of a JSON text.</summary>
    /// <exception cref="FormatException">It is no JSON, or has no canonical form (a name twice, half a surrogate pair).</exception>
    public static byte[] Of(ReadOnlyMemory<byte> json)
    {
        using var document = Parse(json);
        return Of(document.RootElement);
    }

    /// <summary>The canonical form of a value.</summary>
    /// <exception cref="FormatException">It has none.</exception>
    public static byte[] Of(JsonElement value)
    {
        var writer = new CanonicalWriter();
        Write(writer, value);
        return writer.Written.ToArray();
    }

    /// <summary>Reads a text that must be in canonical form, byte for byte: whatever was touched in it shows.</summary>
    /// <exception cref="FormatException">It is not.</exception>
    public static JsonDocument Require(ReadOnlyMemory<byte> json, CanonicalWriter scratch)
    {
        ArgumentNullException.ThrowIfNull(scratch);
        var document = Parse(json);
        try
        {
            scratch.Clear();
            Write(scratch, document.RootElement);
            if (!scratch.Written.SequenceEqual(json.Span))
            {
                throw new FormatException("is not in canonical form (RFC 8785)");
            }

            return document;
        }
        catch (FormatException)
        {
            document.Dispose();
            throw;
        }
    }

    /// <summary>Writes a value in canonical form.</summary>
    public static void Write(CanonicalWriter writer, JsonElement value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                WriteObject(writer, value);
                break;
            case JsonValueKind.Array:
                writer.BeginArray();
                foreach (var item in value.EnumerateArray())
                {
                    Write(writer, item);
                }

                writer.EndArray();
                break;
            case JsonValueKind.String:
                writer.Text(TextOf(value));
                break;
            case JsonValueKind.Number:
                writer.Number(value.GetDouble());
                break;
            case JsonValueKind.True or JsonValueKind.False:
                writer.Boolean(value.GetBoolean());
                break;
            default:
                writer.Null();
                break;
        }
    }

    private static void WriteObject(CanonicalWriter writer, JsonElement value)
    {
        writer.BeginObject();
        foreach (var member in value.EnumerateObject().OrderBy(member => member.Name, StringComparer.Ordinal))
        {
            writer.Name(member.Name);
            Write(writer, member.Value);
        }

        writer.EndObject();
    }

    private static string TextOf(JsonElement value)
    {
        try
        {
            return value.GetString() ?? "";
        }
        catch (InvalidOperationException error)
        {
            throw new FormatException("holds a text that is no Unicode", error);
        }
    }

    private static JsonDocument Parse(ReadOnlyMemory<byte> json)
    {
        try
        {
            return JsonDocument.Parse(json, Strict);
        }
        catch (JsonException error)
        {
            throw new FormatException("is no JSON", error);
        }
    }
}
