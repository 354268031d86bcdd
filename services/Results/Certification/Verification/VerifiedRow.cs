using System.Security.Cryptography;
using System.Text.Json;
using RaceSystem.Results.Certification.Json;
using RaceSystem.Results.Certification.Merkle;
using RaceSystem.Results.Certification.People;

namespace RaceSystem.Results.Certification.Verification;

/// <summary>A row that is whole in itself: its splits and, where it is shown, its person are the ones it commits to.</summary>
/// <param name="Leaf">Hash of the row.</param>
/// <param name="ShowsPerson">Whether name, club … stand beside it.</param>
public sealed record VerifiedRow(byte[] Leaf, bool ShowsPerson)
{
    private static readonly string[] Known = ["person", "row", "splits"];

    /// <summary>Checks a line of a document or the row of a proof, of a text that is canonical.</summary>
    /// <exception cref="FormatException">Something in it was changed.</exception>
    public static VerifiedRow Require(JsonElement line, bool needsSplits)
    {
        if (line.ValueKind != JsonValueKind.Object || !line.TryGetProperty("row", out var row) || row.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException("has no row");
        }

        foreach (var member in line.EnumerateObject())
        {
            if (!Known.Contains(member.Name, StringComparer.Ordinal))
            {
                throw new FormatException($"has a member '{member.Name}' that nothing signs");
            }
        }

        if (line.TryGetProperty("splits", out var splits))
        {
            if (TextOf(row, "splits") != Hex.Of(SHA256.HashData(CanonicalJson.Raw(splits))))
            {
                throw new FormatException("has other splits than it was signed with");
            }
        }
        else if (needsSplits)
        {
            throw new FormatException("has no splits");
        }

        var shows = line.TryGetProperty("person", out var person);
        if (shows && TextOf(row, "person") != Hex.Of(CommitmentTo(person)))
        {
            throw new FormatException("names another person than it was signed with");
        }

        return new VerifiedRow(MerkleHash.Leaf(CanonicalJson.Raw(row)), shows);
    }

    private static byte[] CommitmentTo(JsonElement person)
    {
        if (person.ValueKind != JsonValueKind.Object || person.EnumerateObject().Count() != 2 || !person.TryGetProperty("data", out var data))
        {
            throw new FormatException("has a person without data or salt");
        }

        return PersonData.Commit(Hex.Require(TextOf(person, "salt"), PersonData.SaltSize), CanonicalJson.Raw(data));
    }

    private static string? TextOf(JsonElement value, string name) =>
        value.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;
}
