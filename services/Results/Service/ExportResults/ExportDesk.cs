using RaceSystem.Kernel;
using RaceSystem.Results.Core.Sheets;
using RaceSystem.Results.Publishing;
using RaceSystem.Results.Service.GetInclusionProof;
using RaceSystem.Results.Service.Meets;
using RaceSystem.Results.V1;
using ExportFormat = RaceSystem.Results.Publishing.ExportFormat;

namespace RaceSystem.Results.Service.ExportResults;

/// <summary>
/// Writes files of results from one snapshot. A file goes to the disk first: who asked gets it whole or an error, and a
/// slow reader holds no thread and no memory. Few are written at a time, so that standings keep their share of the machine.
/// </summary>
internal sealed class ExportDesk(KnownMeets meets, PublishedSheets published, GetInclusionProofHandler proofs) : IDisposable
{
    private const int AtOnce = 2;
    private const int MostWaiting = 32;

    private readonly SemaphoreSlim _writing = new(AtOnce);
    private int _waiting;

    public void Dispose() => _writing.Dispose();

    /// <exception cref="RefusalException">The meet, the race or what is ordered does not exist, or too many wait (<c>EXPORT_BUSY</c>).</exception>
    public async Task<ExportedFile> WriteAsync(ExportScope scope, ExportOrder order, CancellationToken cancellationToken)
    {
        if (Interlocked.Increment(ref _waiting) > MostWaiting + AtOnce)
        {
            Interlocked.Decrement(ref _waiting);
            throw new RefusalException(RefusalKind.ResourceExhausted, "EXPORT_BUSY", "Too many exports are being written; try again in a few seconds.");
        }

        try
        {
            await _writing.WaitAsync(cancellationToken);
            try
            {
                return await WriteNowAsync(scope, order, cancellationToken);
            }
            finally
            {
                _writing.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    private async Task<ExportedFile> WriteNowAsync(ExportScope scope, ExportOrder order, CancellationToken cancellationToken)
    {
        var material = await MaterialAsync(scope, order, cancellationToken);
        var complete = order with { Versions = material.Versions, ProofText = await ProofAsync(scope, order, material, cancellationToken) };
        var file = ExportFiles.New();
        try
        {
            await Task.Run(() => Exports.Write(material.Sheets, complete, file, cancellationToken), cancellationToken);
            await file.FlushAsync(cancellationToken);
            file.Position = 0;
            var name = string.Join('-', new[] { scope.MeetId, scope.RaceId, order.Bib }.Where(part => part.Length > 0).Select(FileNames.Safe));
            return new ExportedFile(
                file,
                $"{name}.{ExportFormats.ExtensionOf(order.Format)}",
                ExportFormats.ContentTypeOf(order.Format),
                material.Sheets.Sum(sheet => sheet.Rows.Count),
                [.. material.Sheets.Select(sheet => sheet.Race.RaceId)],
                material.SnapshotVersion);
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    private async Task<ExportMaterial> MaterialAsync(ExportScope scope, ExportOrder order, CancellationToken cancellationToken)
    {
        var meet = scope.RaceId.Length == 0 ? await meets.RequireAsync(scope.MeetId, cancellationToken) : (await meets.RequireRaceAsync(scope.MeetId, scope.RaceId, cancellationToken)).Meet;
        var races = meet.Standings.Races.Where(race => scope.RaceId.Length == 0 || race.Race.RaceId == scope.RaceId).ToArray();
        if (order.Format == ExportFormat.CertificatePdf && races.Where(race => race.FindBib(order.Bib) >= 0).ToArray() is { Length: > 0 } found)
        {
            // A bib is one runner's in the whole meet.
            races = found;
        }

        if (scope.Version == 0)
        {
            var live = await Task.Run(() => races.Select(race => ResultSheets.Of(meet.Standings, race)).ToArray(), cancellationToken);
            return new ExportMaterial(live, new Dictionary<string, PublishedVersion>(), meet.Standings.Version);
        }

        var sheets = new List<ResultSheet>();
        var versions = new Dictionary<string, PublishedVersion>(StringComparer.Ordinal);
        foreach (var race in races)
        {
            var (sheet, version) = await published.OfAsync(scope with { RaceId = race.Race.RaceId }, cancellationToken);
            sheets.Add(sheet);
            versions.Add(race.Race.RaceId, version);
        }

        return new ExportMaterial(sheets, versions, meet.Standings.Version);
    }

    /// <summary>What a certificate's code says: the proof that its row is in the published version. Of live results there is none.</summary>
    private async Task<string> ProofAsync(ExportScope scope, ExportOrder order, ExportMaterial material, CancellationToken cancellationToken)
    {
        if (order.Format != ExportFormat.CertificatePdf || material.Sheets is not [var sheet] || !material.Versions.TryGetValue(sheet.Race.RaceId, out var version))
        {
            return "";
        }

        var request = new GetInclusionProofRequest { MeetId = scope.MeetId, RaceId = sheet.Race.RaceId, Bib = order.Bib, Version = version.Version, WithoutPerson = true };
        return (await proofs.HandleAsync(request, cancellationToken)).Payload;
    }
}
