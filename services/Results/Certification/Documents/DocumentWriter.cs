using RaceSystem.Results.Certification.Json;
using RaceSystem.Results.Certification.People;
using RaceSystem.Results.Certification.Signing;

namespace RaceSystem.Results.Certification.Documents;

/// <summary>
/// Writes a classification as a document: one line of canonical JSON for the header with its signature, then one line a
/// row. Persons stand beside the rows, not in them.
/// </summary>
public static class DocumentWriter
{
    /// <summary>The first line.</summary>
    public static byte[] HeaderLine(ReadOnlySpan<byte> header, VerifyingKey key, ReadOnlySpan<byte> signature)
    {
        ArgumentNullException.ThrowIfNull(key);
        var writer = new CanonicalWriter();
        writer.BeginObject()
            .Name("header").Canonical(header)
            .Name("key").Text(Convert.ToBase64String(key.Info))
            .Name("signature").Text(Hex.Of(signature))
            .EndObject();
        return [.. writer.Written, (byte)'\n'];
    }

    /// <summary>The line of a row.</summary>
    /// <param name="writer">Scratch.</param>
    /// <param name="stored">The line of a <see cref="RowPart"/>.</param>
    /// <param name="opening">Who it is; null: not shown.</param>
    public static byte[] RowLine(CanonicalWriter writer, ReadOnlySpan<byte> stored, PersonOpening? opening)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (opening is null)
        {
            return [.. stored, (byte)'\n'];
        }

        writer.Clear();
        writer.BeginObject().Name("data").Canonical(opening.Person).Name("salt").Text(Hex.Of(opening.Salt)).EndObject();

        // `person` sorts before `row`, so the stored line goes on behind it.
        return [.. "{\"person\":"u8, .. writer.Written, (byte)',', .. stored[1..], (byte)'\n'];
    }
}
