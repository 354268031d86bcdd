using System.Text.Json;
using RaceSystem.Results.Certification.Documents;
using RaceSystem.Results.Certification.Json;
using RaceSystem.Results.Certification.Merkle;
using RaceSystem.Results.Certification.Signing;

namespace RaceSystem.Results.Certification.Verification;

/// <summary>Verifies a document from its bytes alone, line by line.</summary>
public static class DocumentVerifier
{
    /// <summary>Reads the first line: header, key and signature fit each other.</summary>
    /// <exception cref="FormatException">They do not.</exception>
    public static SignedHeader ReadHeader(ReadOnlyMemory<byte> line)
    {
        using var document = CanonicalJson.Require(line, new CanonicalWriter());
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object || root.EnumerateObject().Count() != 3 || !root.TryGetProperty("header", out var headerValue))
        {
            throw new FormatException("is no header of a classification");
        }

        var canonical = CanonicalJson.Of(headerValue);
        var header = HeaderReading.Read(canonical);
        var signature = Hex.Require(TextOf(root, "signature"), VerifyingKey.SignatureSize);
        var key = KeyOf(TextOf(root, "key"));
        if (header.Key != key.Fingerprint)
        {
            throw new FormatException("the header names another key than stands beside it");
        }

        return key.Verifies(SignedStatement.Of(header).ToCanonical(), signature)
            ? new SignedHeader(header, canonical, key, signature)
            : throw new FormatException("the signature does not fit: header, key or signature was changed");
    }

    /// <summary>Verifies a whole document.</summary>
    /// <param name="stream">Its bytes.</param>
    /// <param name="trusted">Fingerprint of the key that the reader trusts; null: none is given.</param>
    /// <exception cref="FormatException">It was changed, cut off, or signed by another key.</exception>
    public static DocumentReport Verify(Stream stream, string? trusted)
    {
        var reader = new LineReader(stream);
        var signed = ReadHeader(reader.TryRead(out var first) ? first : throw new FormatException("the file is empty"));
        if (trusted is not null && trusted != signed.Key.Fingerprint)
        {
            throw new FormatException($"it is signed by the key {signed.Key.Fingerprint}, not by the trusted one {trusted}");
        }

        var root = new MerkleRoot();
        long shown = 0;
        var scratch = new CanonicalWriter();
        while (reader.TryRead(out var line))
        {
            var row = RequireRow(line, root.Count, scratch);
            root.Add(row.Leaf);
            shown += row.ShowsPerson ? 1 : 0;
        }

        var content = signed.Header.Content;
        if (root.Count != content.RowCount)
        {
            throw new FormatException($"it has {root.Count} rows; {content.RowCount} were signed");
        }

        return Hex.Of(root.Root()) == content.Root
            ? new DocumentReport(signed.Header, signed.Hash, signed.Key, trusted is not null, shown, root.Count - shown)
            : throw new FormatException("the rows are not the ones that were signed: a row was changed, or their order");
    }

    private static VerifiedRow RequireRow(ReadOnlyMemory<byte> line, long index, CanonicalWriter scratch)
    {
        try
        {
            using var document = CanonicalJson.Require(line, scratch);
            return VerifiedRow.Require(document.RootElement, needsSplits: true);
        }
        catch (FormatException error)
        {
            throw new FormatException($"row {index + 1} {error.Message}", error);
        }
    }

    private static VerifyingKey KeyOf(string? base64)
    {
        var info = new byte[256];
        if (base64 is null || !Convert.TryFromBase64String(base64, info, out var length) || Convert.ToBase64String(info, 0, length) != base64)
        {
            throw new FormatException("the key is no base64");
        }

        return VerifyingKey.FromInfo(info[..length]);
    }

    private static string? TextOf(JsonElement value, string name) =>
        value.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;
}
