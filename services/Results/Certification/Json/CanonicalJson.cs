using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Unicode;

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
            Write(scratch, document.RootElement, sorted: true);
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

    /// <summary>The bytes of a value inside a text that <see cref="Require"/> let pass: they are canonical as they stand.</summary>
    public static ReadOnlySpan<byte> Raw(JsonElement value) => JsonMarshal.GetRawUtf8Value(value);

    /// <summary>Writes a value in canonical form.</summary>
    public static void Write(CanonicalWriter writer, JsonElement value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        Write(writer, value, sorted: false);
    }

    /// <param name="writer">Where to; it refuses members out of order.</param>
    /// <param name="value">What.</param>
    /// <param name="sorted">The members should stand in order already.</param>
    private static void Write(CanonicalWriter writer, JsonElement value, bool sorted)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                WriteObject(writer, value, sorted);
                break;
            case JsonValueKind.Array:
                writer.BeginArray();
                foreach (var item in value.EnumerateArray())
                {
                    Write(writer, item, sorted);
                }

                writer.EndArray();
                break;
            case JsonValueKind.String:
                writer.Text(TextOf(value));
                break;
            case JsonValueKind.Number:
                WriteNumber(writer, value);
                break;
            case JsonValueKind.True or JsonValueKind.False:
                writer.Boolean(value.GetBoolean());
                break;
            default:
                writer.Null();
                break;
        }
    }

    private static void WriteObject(CanonicalWriter writer, JsonElement value, bool sorted)
    {
        writer.BeginObject();
        if (sorted)
        {
            foreach (var member in value.EnumerateObject())
            {
                Write(writer.Name(NameOf(member)), member.Value, sorted);
            }
        }
        else
        {
            foreach (var (name, member) in value.EnumerateObject().Select(member => (NameOf(member), member.Value)).OrderBy(member => member.Item1, StringComparer.Ordinal))
            {
                Write(writer.Name(name), member, sorted);
            }
        }

        writer.EndObject();
    }

    private static void WriteNumber(CanonicalWriter writer, JsonElement value)
    {
        if (value.TryGetInt32(out var whole))
        {
            writer.Whole(whole);
        }
        else
        {
            writer.Number(value.GetDouble());
        }
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

    private static string NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException error)
        {
            throw new FormatException("holds a name that is no Unicode", error);
        }
    }

    private static JsonDocument Parse(ReadOnlyMemory<byte> json)
    {
        if (!Utf8.IsValid(json.Span))
        {
            throw new FormatException("is no UTF-8");
        }

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
