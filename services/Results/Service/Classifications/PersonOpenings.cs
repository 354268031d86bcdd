using System.Text;
using RaceSystem.Results.Certification;
using RaceSystem.Results.Certification.People;

namespace RaceSystem.Results.Service.Classifications;

/// <summary>Finds who a stored row is of.</summary>
internal sealed class PersonOpenings(IEnumerable<PersonOpening> openings)
{
    private const int HashLength = 64;

    private readonly Dictionary<(string EntryId, string Commitment), PersonOpening> _openings = openings.ToDictionary(opening => (opening.EntryId, Hex.Of(opening.Commitment)));

    /// <summary>The opening of a row's commitment; null: not shown.</summary>
    /// <param name="entryId">The runner.</param>
    /// <param name="line">The stored line. The member's name cannot stand inside a text of it: a quotation mark there is escaped.</param>
    public PersonOpening? Of(string entryId, ReadOnlySpan<byte> line)
    {
        var name = "\"person\":\""u8;
        var at = line.IndexOf(name);
        return at >= 0 && line.Length >= at + name.Length + HashLength
            ? _openings.GetValueOrDefault((entryId, Encoding.ASCII.GetString(line.Slice(at + name.Length, HashLength))))
            : null;
    }
}
