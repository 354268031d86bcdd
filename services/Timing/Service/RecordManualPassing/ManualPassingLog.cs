using Google.Protobuf;
using Microsoft.EntityFrameworkCore;
using RaceSystem.Platform.Changelog;
using RaceSystem.Timing.Service.Storage;
using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.Service.RecordManualPassing;

/// <summary>Writes what counts of a bib at a point as one record of the log: key <c>manual/point/bib</c>.</summary>
internal static class ManualPassingLog
{
    /// <summary>Rows of a bib at a point that count.</summary>
    internal static IQueryable<ManualPassingRow> Counting(TimingDbContext context, string meetId, string pointId, string bib) =>
        context.ManualPassings.Where(row => row.MeetId == meetId && row.TimingPointId == pointId && row.Bib == bib && row.RevokedMicros == 0);

    /// <summary>Appends the record as the rows are now.</summary>
    internal static async Task AppendAsync(TimingDbContext context, ChangelogTransaction transaction, string pointId, string bib, CancellationToken cancellationToken)
    {
        var rows = await Counting(context, transaction.Head.MeetId, pointId, bib).AsNoTracking().ToListAsync(cancellationToken);
        var record = new ManualPassings { TimingPointId = pointId, Bib = bib };
        record.Passings.AddRange(rows.OrderBy(row => row.TimeMicros).ThenBy(row => row.ManualPassingId, StringComparer.Ordinal).Select(ManualPassingMessage.Of));
        transaction.Append($"manual/{pointId}/{bib}", new TimingRecord { ManualPassings = record }.ToByteArray());
    }
}
