using Microsoft.EntityFrameworkCore;
using RaceSystem.Results.Certification.Documents;
using RaceSystem.Results.Certification.People;
using RaceSystem.Results.Service.Storage;
using RaceSystem.Results.Service.Storage.Classifications;

namespace RaceSystem.Results.Service.Classifications;

/// <summary>Writes a version inside a commit of the meet's log.</summary>
internal static class ClassificationWrites
{
    /// <summary>Header, rows, evidence where it is new, and openings of persons who were not erased meanwhile.</summary>
    public static async Task WriteAsync(ResultsDbContext context, SignedHeader signed, ClassificationDraft draft, IReadOnlyList<RowPart> parts, CancellationToken cancellationToken)
    {
        context.ChangeTracker.AutoDetectChangesEnabled = false;
        var (meetId, raceId, version) = (signed.Header.Content.MeetId, signed.Header.Content.RaceId, signed.Header.Version);
        context.Add(new StoredClassification
        {
            MeetId = meetId,
            RaceId = raceId,
            Version = version,
            Header = signed.Canonical.ToArray(),
            Signature = signed.Signature.ToArray(),
            PublicKey = signed.Key.Info.ToArray(),
        });
        context.AddRange(parts.Select(part => new StoredRows
        {
            MeetId = meetId,
            RaceId = raceId,
            Version = version,
            FirstRow = part.FirstRow,
            Lines = part.Lines,
            Leaves = part.Leaves,
            EntryIds = string.Join('\n', part.EntryIds),
            Bibs = string.Join('\n', part.Bibs),
        }));
        await AddEvidenceAsync(context, meetId, signed.Header.Content.EvidenceHash, draft.File, cancellationToken);
        await AddPersonsAsync(context, meetId, draft.Persons, cancellationToken);
        await context.SaveChangesAsync(cancellationToken);
    }

    private static async Task AddEvidenceAsync(ResultsDbContext context, string meetId, string hash, byte[] file, CancellationToken cancellationToken)
    {
        if (!await context.Set<StoredEvidence>().AnyAsync(row => row.MeetId == meetId && row.Hash == hash, cancellationToken))
        {
            context.AddRange(file.Chunk(StoredEvidence.MaxBytes).Select((content, part) => new StoredEvidence { MeetId = meetId, Hash = hash, Part = part, Content = content }));
        }
    }

    private static async Task AddPersonsAsync(ResultsDbContext context, string meetId, IReadOnlyList<PersonOpening> persons, CancellationToken cancellationToken)
    {
        var erased = (await context.Set<StoredErasure>().AsNoTracking().Where(row => row.MeetId == meetId).Select(row => row.EntryId).ToListAsync(cancellationToken)).ToHashSet(StringComparer.Ordinal);
        await PersonInsert.WriteAsync(context, meetId, persons.Where(person => !erased.Contains(person.EntryId)), cancellationToken);
    }
}
