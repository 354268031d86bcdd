using System.Text.Json;
using RaceSystem.Results.Certification.Documents;
using RaceSystem.Results.Certification.Json;
using RaceSystem.Results.Certification.Merkle;
using RaceSystem.Results.Certification.People;
using RaceSystem.Results.Certification.Signing;
using RaceSystem.Results.Certification.Verification;

namespace RaceSystem.Results.Certification.Proofs;

/// <summary>
/// Proves that a row is in a signed version, without the other rows: the row, its way to the root, and the signed statement
/// that names the root.
/// </summary>
public static class InclusionProof
{
    /// <summary>Longest path: a tree of 2^40 rows.</summary>
    private const int MaxPath = 40;

    /// <summary>The proof as canonical JSON.</summary>
    /// <param name="version">The version.</param>
    /// <param name="row">The row, canonical JSON.</param>
    /// <param name="index">Its place, from 0.</param>
    /// <param name="path">Its way to the root.</param>
    /// <param name="person">Who it is; null: left out.</param>
    public static byte[] Write(SignedHeader version, ReadOnlySpan<byte> row, long index, IReadOnlyList<byte[]> path, PersonOpening? person)
    {
        ArgumentNullException.ThrowIfNull(version);
        ArgumentNullException.ThrowIfNull(path);
        var writer = new CanonicalWriter();
        writer.BeginObject().Name("index").Whole(index).Name("path").BeginArray();
        foreach (var hash in path)
        {
            writer.Text(Hex.Of(hash));
        }

        writer.EndArray();
        if (person is not null)
        {
            writer.Name("person").BeginObject().Name("data").Canonical(person.Person).Name("salt").Text(Hex.Of(person.Salt)).EndObject();
        }

        writer.Name("row").Canonical(row).Name("signature").Text(Hex.Of(version.Signature.Span)).Name("statement");
        SignedStatement.Of(version.Header).WriteTo(writer);
        return writer.EndObject().Written.ToArray();
    }

    /// <summary>Verifies a proof against a key.</summary>
    /// <exception cref="FormatException">It proves nothing: something was changed, or another key signed.</exception>
    public static ProvenRow Verify(ReadOnlyMemory<byte> proof, VerifyingKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        using var document = CanonicalJson.Require(proof, new CanonicalWriter());
        var root = document.RootElement;
        try
        {
            var statement = StatementOf(root.GetProperty("statement"));
            var signature = Hex.Require(root.GetProperty("signature").GetString(), VerifyingKey.SignatureSize);
            if (!key.Verifies(statement.ToCanonical(), signature))
            {
                throw new FormatException($"the signature is not of the key {key.Fingerprint}, or what it signs was changed");
            }

            var row = VerifiedRow.Require(LineOf(root), needsSplits: false);
            var path = root.GetProperty("path").EnumerateArray().Take(MaxPath + 1).Select(hash => Hex.Require(hash.GetString(), MerkleHash.Size)).ToArray();
            var reached = InclusionPath.Root(row.Leaf, root.GetProperty("index").GetInt64(), statement.RowCount, path);
            return reached is not null && Hex.Of(reached) == statement.Root
                ? new ProvenRow(statement, root.GetProperty("row").GetRawText(), row.ShowsPerson ? root.GetProperty("person").GetProperty("data").GetRawText() : "")
                : throw new FormatException("the row is not in the signed version: row, index or path was changed");
        }
        catch (Exception error) when (error is KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException("is no proof of inclusion", error);
        }
    }

    /// <summary>Row and person as a line of a document has them; every other member is known.</summary>
    private static JsonElement LineOf(JsonElement proof)
    {
        string[] others = ["index", "path", "signature", "statement"];
        var writer = new CanonicalWriter();
        writer.BeginObject();
        foreach (var member in proof.EnumerateObject().Where(member => !others.Contains(member.Name)))
        {
            CanonicalJson.Write(writer.Name(member.Name), member.Value);
        }

        writer.EndObject();
        using var line = JsonDocument.Parse(writer.Written.ToArray());
        return line.RootElement.Clone();
    }

    private static SignedStatement StatementOf(JsonElement value)
    {
        string TextOf(string name) => value.GetProperty(name).GetString() ?? "";
        var statement = new SignedStatement(
            TextOf("format"), TextOf("header"), TextOf("meet_id"), TextOf("race_id"), TextOf("published_at"), TextOf("root"), value.GetProperty("rows").GetInt64(), TextOf("state"), value.GetProperty("version").GetInt32());
        if (statement.Format is not (ClassificationHeader.LatestFormat or ClassificationHeader.FirstFormat))
        {
            throw new FormatException($"the format is '{statement.Format}', which this version does not know");
        }

        return statement.ToCanonical().AsSpan().SequenceEqual(CanonicalJson.Of(value)) ? statement : throw new FormatException("the statement has members that this version does not know");
    }
}
