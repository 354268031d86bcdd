using System.Security.Cryptography;
using System.Text.Json;
using RaceSystem.Registration.V1;
using RaceSystem.Results.Certification.Json;
using RaceSystem.Results.Certification.Merkle;
using RaceSystem.Results.Records;
using Attribute = RaceSystem.Registration.V1.Attribute;

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

    /// <summary>Takes the person out of an entry's record; which conditions the person met stays in it.</summary>
    public static void Strip(EntryRecord entry, MeetConditions conditions)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(conditions);
        entry.Outcomes = conditions.OutcomesOf(entry);
        (entry.DisplayName, entry.Club, entry.Country, entry.Team) = ("", "", "", "");
        entry.Attributes.Clear();
        entry.RelayRunners.Clear();
    }

    /// <summary>Puts the person back into an entry's record: what <see cref="Of"/> read there, before <see cref="Strip"/>.</summary>
    public static void Restore(EntryRecord entry, ReadOnlyMemory<byte> person)
    {
        ArgumentNullException.ThrowIfNull(entry);
        using var document = JsonDocument.Parse(person);
        var read = document.RootElement;
        (entry.DisplayName, entry.Club, entry.Country, entry.Team) = (TextOf(read, "name"), TextOf(read, "club"), TextOf(read, "country"), TextOf(read, "team"));
        entry.Attributes.Clear();
        if (read.TryGetProperty("attributes", out var attributes))
        {
            entry.Attributes.AddRange(attributes.EnumerateArray().Select(attribute => new Attribute { Key = TextOf(attribute, "key"), Value = TextOf(attribute, "value") }));
        }

        entry.RelayRunners.Clear();
        if (read.TryGetProperty("relay_runners", out var runners))
        {
            entry.RelayRunners.AddRange(runners.EnumerateArray().Select(runner => new RelayRunner { Age = runner.GetProperty("age").GetInt32(), DisplayName = TextOf(runner, "name"), Sex = (Sex)runner.GetProperty("sex").GetInt32() }));
        }
    }

    /// <summary>A new salt.</summary>
    public static byte[] NewSalt() => RandomNumberGenerator.GetBytes(SaltSize);

    /// <summary>The commitment to a person.</summary>
    public static byte[] Commit(ReadOnlySpan<byte> salt, ReadOnlySpan<byte> person) => MerkleHash.Commitment(salt, person);

    private static string TextOf(JsonElement read, string name) => read.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";

    private static void Text(CanonicalWriter writer, string name, string value)
    {
        if (value.Length > 0)
        {
            writer.Name(name).Text(value);
        }
    }
}
