using RaceSystem.Kernel;
using RaceSystem.Results.Core.Sheets;
using RaceSystem.Results.Core.Standings;
using RaceSystem.Results.Publishing;
using RaceSystem.Results.Service.Meets;

namespace RaceSystem.Results.Service.ExportResults;

/// <summary>
/// Writes files of results from one snapshot. A file goes to the disk first: who asked gets it whole or an error, and a
/// slow reader holds no thread and no memory. Few are written at a time, so that standings keep their share of the machine.
/// </summary>
internal sealed class ExportDesk(KnownMeets meets) : IDisposable
{
    private const int AtOnce = 2;
    private const int MostWaiting = 32;

    private readonly SemaphoreSlim _writing = new(AtOnce);
    private int _waiting;

    public void Dispose() => _writing.Dispose();

    /// <exception cref="RefusalException">The meet, the race or what is ordered does not exist, or too many wait (<c>EXPORT_BUSY</c>).</exception>
    public async Task<ExportedFile> WriteAsync(string meetId, string raceId, ExportOrder order, CancellationToken cancellationToken)
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
                return await WriteNowAsync(meetId, raceId, order, cancellationToken);
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

    private async Task<ExportedFile> WriteNowAsync(string meetId, string raceId, ExportOrder order, CancellationToken cancellationToken)
    {
        var (standings, races) = await FindAsync(meetId, raceId, cancellationToken);
        var file = NewFile();
        try
        {
            var sheets = await Task.Run(() => Write(standings, races, order, file, cancellationToken), cancellationToken);
            await file.FlushAsync(cancellationToken);
            file.Position = 0;
            var name = string.Join('-', new[] { meetId, raceId, order.Bib }.Where(part => part.Length > 0).Select(FileNames.Safe));
            return new ExportedFile(
                file, $"{name}.{ExportFormats.ExtensionOf(order.Format)}", ExportFormats.ContentTypeOf(order.Format), sheets.Sum(sheet => sheet.Rows.Count), [.. races.Select(race => race.Race.RaceId)], standings.Version);
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    private static List<ResultSheet> Write(MeetStandings standings, IReadOnlyList<RaceStandings> races, ExportOrder order, Stream file, CancellationToken cancellationToken)
    {
        var sheets = races.Select(race => ResultSheets.Of(standings, race)).ToList();
        Exports.Write(sheets, order, file, cancellationToken);
        return sheets;
    }

    private async Task<(MeetStandings Standings, IReadOnlyList<RaceStandings> Races)> FindAsync(string meetId, string raceId, CancellationToken cancellationToken)
    {
        if (raceId.Length == 0)
        {
            var standings = (await meets.RequireAsync(meetId, cancellationToken)).Standings;
            return (standings, standings.Races);
        }

        var (meet, race) = await meets.RequireRaceAsync(meetId, raceId, cancellationToken);
        return (meet.Standings, [race]);
    }

    private static FileStream NewFile() => new(
        Path.Combine(Path.GetTempPath(), $"racesystem-export-{Guid.NewGuid():N}"),
        new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            Options = FileOptions.Asynchronous | FileOptions.DeleteOnClose,
        });
}
