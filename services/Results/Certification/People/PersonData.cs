using System.Security.Cryptography;
using RaceSystem.Registration.V1;
using RaceSystem.Results.Certification.Json;
using RaceSystem.Results.Certification.Merkle;

namespace RaceSystem.Results.Certification.People;

/// <summary>
/// What of an entry names a person and ranks nobody: name, club, team, country, attributes, relay runners. It is kept apart
/// from rows and evidence, which carry a commitment to it, so that it can be taken away without touching what is signed.
/// </summary>
public static class PersonData
{
    /// <summary>Bytes of a salt.</summary>
    public const int SaltSize = 16;

    /// <summary>The person of an entry's record, canonical JSON; empty members are left out.</summary>
    public static byte[] Of(EntryRecord entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var writer = new CanonicalWriter();
        writer.BeginObject();
        if (entry.Attributes.Count > 0)
        {
            writer.Name("attributes").BeginArray();
            foreach (var attribute in entry.Attributes)
            {
                writer.BeginObject().Name("key").Text(attribute.Key).Name("value").Text(attribute.Value).EndObject();
            }

            writer.EndArray();
        }

        Text(writer, "club", entry.Club);
        Text(writer, "country", entry.Country);
        Text(writer, "name", entry.DisplayName);
        if (entry.RelayRunners.Count > 0)
        {
            writer.Name("relay_runners").BeginArray();
            foreach (var runner in entry.RelayRunners)
            {
                writer.BeginObject().Name("age").Whole(runner.Age).Name("name").Text(runner.DisplayName).Name("sex").Whole((int)runner.Sex).EndObject();
            }

            writer.EndArray();
        }

        Text(writer, "team", entry.Team);
        writer.EndObject();
        return writer.Written.ToArray();
    }

    /// <summary>Takes the person out of an entry's record, and whatever this version does not know of it.</summary>
    public static void Strip(EntryRecord entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        (entry.DisplayName, entry.Club, entry.Country, entry.Team) = ("", "", "", "");
        entry.Attributes.Clear();
        entry.RelayRunners.Clear();
    }

    /// <summary>A new salt.</summary>
    public static byte[] NewSalt() => RandomNumberGenerator.GetBytes(SaltSize);

    /// <summary>The commitment to a person.</summary>
    public static byte[] Commit(ReadOnlySpan<byte> salt, ReadOnlySpan<byte> person) => MerkleHash.Commitment(salt, person);

    private static void Text(CanonicalWriter writer, string name, string value)
    {
        if (value.Length > 0)
        {
            writer.Name(name).Text(value);
        }
    }
}
