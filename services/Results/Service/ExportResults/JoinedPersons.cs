using RaceSystem.Registration.V1;
using RaceSystem.Results.Certification;
using RaceSystem.Results.Certification.People;
using Hidden = RaceSystem.Results.Core.Races.Visibility;

namespace RaceSystem.Results.Service.ExportResults;

/// <summary>
/// Puts persons back into the entries of evidence. Who is anonymous now, or was when it was published, counts and is not
/// shown; who was erased stays out.
/// </summary>
/// <param name="openings">The persons that are still known.</param>
/// <param name="hidden">Entries that are not public at this moment.</param>
internal sealed class JoinedPersons(IEnumerable<PersonOpening> openings, IReadOnlyDictionary<string, Hidden> hidden)
{
    private readonly Dictionary<(string EntryId, string Commitment), PersonOpening> _openings = openings.ToDictionary(opening => (opening.EntryId, Hex.Of(opening.Commitment)));

    public void Join(EntryRecord entry, byte[] commitment)
    {
        switch (hidden.GetValueOrDefault(entry.EntryId))
        {
            case Hidden.Erased:
                entry.Visibility = Visibility.Erased;
                return;
            case Hidden.Anonymous when entry.Visibility != Visibility.Erased:
                entry.Visibility = Visibility.Anonymous;
                break;
        }

        if (_openings.TryGetValue((entry.EntryId, Hex.Of(commitment)), out var opening))
        {
            PersonData.Restore(entry, opening.Person);
        }
    }
}
