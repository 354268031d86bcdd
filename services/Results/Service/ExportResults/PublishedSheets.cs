using System.Text.Json;
using RaceSystem.Kernel;
using RaceSystem.Results.Certification;
using RaceSystem.Results.Certification.Documents;
using RaceSystem.Results.Certification.Evidence;
using RaceSystem.Results.Certification.People;
using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Core.Sheets;
using RaceSystem.Results.Publishing;
using RaceSystem.Results.Service.Classifications;

namespace RaceSystem.Results.Service.ExportResults;

/// <summary>
/// Makes the sheet of a published version again from its evidence, as <c>racectl results reproduce</c> does, and puts the
/// persons who may still be shown beside it.
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
        var (sheet, commitments) = await Task.Run(() => Score(evidence, header, scope.RaceId), cancellationToken);
        var openings = (await store.OpeningsAsync(scope.MeetId, "", cancellationToken)).ToDictionary(opening => (opening.EntryId, Hex.Of(opening.Commitment)));
        var hidden = await persons.HiddenAsync(scope.MeetId, cancellationToken);
        ResultRow Named(ResultRow row) =>
            !hidden.Contains(row.Entry.EntryId) && commitments.TryGetValue(row.Entry.EntryId, out var commitment) && openings.GetValueOrDefault((row.Entry.EntryId, Hex.Of(commitment))) is { } opening
                ? row with { Entry = WithPerson(row.Entry, opening) }
                : row;
        var version = new PublishedVersion(header.Header.State.NameOf(), header.Header.Version, header.Hash, header.Header.PublishedAt);
        return (sheet with { Rows = [.. sheet.Rows.Select(Named)] }, version);
    }

    private static (ResultSheet Sheet, IReadOnlyDictionary<string, byte[]> Commitments) Score(Stream evidence, SignedHeader header, string raceId)
    {
        var scoring = EvidenceFile.Score(evidence);
        var standings = scoring.Score();
        return scoring.Hash == header.Header.Content.EvidenceHash && standings.Find(raceId) is { } race
            ? (ResultSheets.Of(standings, race), scoring.Persons)
            : throw new InvalidOperationException($"The stored evidence of version {header.Header.Version} of race '{raceId}' is not what the version names.");
    }

    private static Entry WithPerson(Entry entry, PersonOpening opening)
    {
        using var document = JsonDocument.Parse(opening.Person);
        var person = document.RootElement;
        string Text(string name) => person.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";
        var attributes = person.TryGetProperty("attributes", out var list)
            ? list.EnumerateArray().Select(attribute => KeyValuePair.Create(attribute.GetProperty("key").GetString() ?? "", attribute.GetProperty("value").GetString() ?? "")).ToArray()
            : [];
        return entry with { DisplayName = Text("name"), Club = Text("club"), Country = Text("country"), Team = Text("team"), Attributes = attributes };
    }
}
