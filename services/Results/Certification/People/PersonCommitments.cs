using RaceSystem.Registration.V1;

namespace RaceSystem.Results.Certification.People;

/// <summary>
/// Commits to the persons of entries. A person that was committed to before, in an earlier version of any race of the meet,
/// keeps salt and commitment: equal commitments say that nothing changed, even after the data is gone.
/// </summary>
/// <param name="known">Openings that are stored.</param>
public sealed class PersonCommitments(IEnumerable<PersonOpening> known)
{
    private readonly ILookup<string, PersonOpening> _known = known.ToLookup(opening => opening.EntryId, StringComparer.Ordinal);
    private readonly List<PersonOpening> _added = [];

    /// <summary>Openings that are new: to be stored with what was published.</summary>
    public IReadOnlyList<PersonOpening> Added => _added;

    /// <summary>The commitment to an entry's person.</summary>
    public byte[] Of(EntryRecord entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var person = PersonData.Of(entry);
        foreach (var opening in _known[entry.EntryId])
        {
            if (opening.Person.AsSpan().SequenceEqual(person))
            {
                return opening.Commitment;
            }
        }

        var salt = PersonData.NewSalt();
        var added = new PersonOpening(entry.EntryId, PersonData.Commit(salt, person), salt, person);
        _added.Add(added);
        return added.Commitment;
    }
}
