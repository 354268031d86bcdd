using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Service.Meets;

namespace RaceSystem.Results.Service.Classifications;

/// <summary>The persons of published rows who may be shown at this moment.</summary>
internal sealed class ShownPersons(ClassificationStore store, KnownMeets meets)
{
    /// <summary>Of a meet; of one entry alone where it is named.</summary>
    public async Task<PersonOpenings> OfAsync(string meetId, string entryId, CancellationToken cancellationToken)
    {
        var meet = await meets.RequireAsync(meetId, cancellationToken);
        var hidden = meet.Scorer.HiddenEntries();
        return new PersonOpenings((await store.OpeningsAsync(meetId, entryId, cancellationToken)).Where(opening => !hidden.ContainsKey(opening.EntryId)));
    }

    /// <summary>Entries whose persons may not be shown at this moment.</summary>
    public async Task<IReadOnlyDictionary<string, Visibility>> HiddenAsync(string meetId, CancellationToken cancellationToken) =>
        (await meets.RequireAsync(meetId, cancellationToken)).Scorer.HiddenEntries();
}
