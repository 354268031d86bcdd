using RaceSystem.Kernel;
using RaceSystem.Results.Certification.Documents;
using RaceSystem.Results.Certification.Evidence;
using RaceSystem.Results.Core.Sheets;
using RaceSystem.Results.Publishing;
using RaceSystem.Results.Service.Classifications;

namespace RaceSystem.Results.Service.ExportResults;

/// <summary>
/// Makes the sheet of a published version again from its evidence, as <c>racectl results reproduce</c> does, with the persons
/// who are still known put back before it is scored: so national records, teams and countries come out as they do live.
/// </summary>
internal sealed class PublishedSheets(ClassificationStore store, ShownPersons persons)
{
    /// <exception cref="RefusalException">There is no such version (<c>CLASSIFICATION_UNKNOWN</c>).</exception>
    public async Task<(ResultSheet Sheet, PublishedVersion Version)> OfAsync(ExportScope scope, CancellationToken cancellationToken)
    {
        var header = await store.RequireAsync(scope.MeetId, scope.RaceId, Math.Max(scope.Version, 0), cancellationToken);
        await using var evidence = ExportFiles.New();
        await foreach (var part in store.EvidenceAsync(scope.MeetId, header.Header.Content.EvidenceHash, cancellationToken))
        {
            await evidence.WriteAsync(part, cancellationToken);
        }

        evidence.Position = 0;
        var joined = new JoinedPersons(await store.OpeningsAsync(scope.MeetId, "", cancellationToken), await persons.HiddenAsync(scope.MeetId, cancellationToken));
        var sheet = await Task.Run(() => Score(evidence, header, scope.RaceId, joined), cancellationToken);
        return (sheet, new PublishedVersion(header.Header.State.NameOf(), header.Header.Version, header.Hash, header.Header.PublishedAt));
    }

    private static ResultSheet Score(Stream evidence, SignedHeader header, string raceId, JoinedPersons persons)
    {
        var scoring = EvidenceFile.Score(evidence, persons.Join);
        var standings = scoring.Score();
        return scoring.Hash == header.Header.Content.EvidenceHash && standings.Find(raceId) is { } race
            ? ResultSheets.Of(standings, race)
            : throw new InvalidOperationException($"The stored evidence of version {header.Header.Version} of race '{raceId}' is not what the version names.");
    }
}
