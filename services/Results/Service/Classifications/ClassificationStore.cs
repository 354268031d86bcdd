using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RaceSystem.Kernel;
using RaceSystem.Platform.Storage;
using RaceSystem.Results.Certification.Documents;
using RaceSystem.Results.Certification.People;
using RaceSystem.Results.Service.Storage;
using RaceSystem.Results.Service.Storage.Classifications;

namespace RaceSystem.Results.Service.Classifications;

/// <summary>Reads what was published.</summary>
internal sealed class ClassificationStore(
    [FromKeyedServices(ResultsModule.ServiceName)] IServiceStorage storage,
    IDbContextFactory<ResultsDbContext> contexts,
    TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>A version; 0: the latest.</summary>
    /// <exception cref="RefusalException">There is none; reason <c>CLASSIFICATION_UNKNOWN</c>.</exception>
    public async Task<SignedHeader> RequireAsync(string meetId, string raceId, int version, CancellationToken cancellationToken)
    {
        Identifier.Require(meetId, "meet_id");
        Identifier.Require(raceId, "race_id");
        await using var context = await OpenAsync(cancellationToken);
        var stored = await Of(context, meetId, raceId).Where(row => version == 0 || row.Version == version).OrderByDescending(row => row.Version).FirstOrDefaultAsync(cancellationToken)
            ?? throw RefusalException.NotFound(
                "CLASSIFICATION_UNKNOWN",
                version == 0 ? $"Nothing was published of race '{raceId}' of meet '{meetId}'." : $"Race '{raceId}' of meet '{meetId}' has no version {version}.");
        return ClassificationWire.Signed(stored);
    }

    /// <summary>The latest version inside a commit; null: none yet.</summary>
    public static async Task<SignedHeader?> FindLatestAsync(ResultsDbContext context, string meetId, string raceId, CancellationToken cancellationToken) =>
        await Of(context, meetId, raceId).OrderByDescending(row => row.Version).FirstOrDefaultAsync(cancellationToken) is { } stored ? ClassificationWire.Signed(stored) : null;

    /// <summary>The latest version; null: none yet.</summary>
    public async Task<SignedHeader?> FindLatestAsync(string meetId, string raceId, CancellationToken cancellationToken)
    {
        await using var context = await OpenAsync(cancellationToken);
        return await FindLatestAsync(context, meetId, raceId, cancellationToken);
    }

    /// <summary>Versions after a position, by race and version.</summary>
    public async Task<IReadOnlyList<SignedHeader>> ListAsync(string meetId, string raceId, (string RaceId, int Version) after, int limit, CancellationToken cancellationToken)
    {
        await using var context = await OpenAsync(cancellationToken);
        var (afterRace, afterVersion) = after;
        var rows = await context.Set<StoredClassification>().AsNoTracking()
            .Where(row => row.MeetId == meetId && (raceId == "" || row.RaceId == raceId))
            .Where(row => string.Compare(row.RaceId, afterRace) > 0 || (row.RaceId == afterRace && row.Version > afterVersion))
            .OrderBy(row => row.RaceId).ThenBy(row => row.Version).Take(limit).ToListAsync(cancellationToken);
        return [.. rows.Select(ClassificationWire.Signed)];
    }

    /// <summary>The rows of a version, part by part.</summary>
    public async IAsyncEnumerable<RowPart> RowsAsync(SignedHeader version, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (meetId, raceId, number) = (version.Header.Content.MeetId, version.Header.Content.RaceId, version.Header.Version);
        await using var context = await OpenAsync(cancellationToken);
        var rows = context.Set<StoredRows>().AsNoTracking()
            .Where(row => row.MeetId == meetId && row.RaceId == raceId && row.Version == number).OrderBy(row => row.FirstRow).AsAsyncEnumerable();
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            yield return new RowPart(row.FirstRow, row.Lines, row.Leaves, row.EntryIds.Split('\n'), row.Bibs.Split('\n'));
        }
    }

    /// <summary>An evidence file, part by part.</summary>
    public async IAsyncEnumerable<byte[]> EvidenceAsync(string meetId, string hash, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var context = await OpenAsync(cancellationToken);
        var parts = context.Set<StoredEvidence>().AsNoTracking()
            .Where(row => row.MeetId == meetId && row.Hash == hash).OrderBy(row => row.Part).Select(row => row.Content).AsAsyncEnumerable();
        await foreach (var part in parts.WithCancellation(cancellationToken))
        {
            yield return part;
        }
    }

    /// <summary>Openings of a meet; of one entry alone where it is named.</summary>
    public async Task<IReadOnlyList<PersonOpening>> OpeningsAsync(string meetId, string entryId, CancellationToken cancellationToken)
    {
        await using var context = await OpenAsync(cancellationToken);
        var rows = await context.Set<StoredPerson>().AsNoTracking().Where(row => row.MeetId == meetId && (entryId == "" || row.EntryId == entryId)).ToListAsync(cancellationToken);
        return [.. rows.Select(row => new PersonOpening(row.EntryId, row.Commitment, row.Salt, row.Person))];
    }

    private static IQueryable<StoredClassification> Of(ResultsDbContext context, string meetId, string raceId) =>
        context.Set<StoredClassification>().AsNoTracking().Where(row => row.MeetId == meetId && row.RaceId == raceId);

    private async Task<ResultsDbContext> OpenAsync(CancellationToken cancellationToken)
    {
        await StorageReadiness.RequireAsync(storage.WhenReadyAsync(cancellationToken), ResultsModule.ServiceName, Patience, time, cancellationToken);
        return await contexts.CreateDbContextAsync(cancellationToken);
    }
}
