using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RaceSystem.Kernel;
using RaceSystem.Platform.Changelog;
using RaceSystem.Platform.Paging;
using RaceSystem.Timing.Service.RecordManualPassing;
using RaceSystem.Timing.Service.Registered;
using RaceSystem.Timing.Service.Storage;
using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.Service.ListManualPassings;

/// <summary>Manual passings by time, with those that were taken back.</summary>
internal sealed class ListManualPassingsHandler(
    MeetRegistry registry,
    [FromKeyedServices(TimingModule.ServiceName)] IChangelog changelog,
    IDbContextFactory<TimingDbContext> contexts)
{
    internal async Task<ListManualPassingsResponse> HandleAsync(ListManualPassingsRequest request, CancellationToken cancellationToken)
    {
        await registry.RequireMeetAsync(request.MeetId, cancellationToken);
        Identifier.RequireIfGiven(request.TimingPointId, "timing_point_id");
        if (request.Bib.Length > 0 && !Bib.TryParse(request.Bib, out _))
        {
            throw RefusalException.Invalid("BIB_INVALID", "bib", $"is not a bib: use 1 to {Bib.MaxLength} letters, digits and '-'.");
        }

        var scope = $"ListManualPassings/{request.MeetId}/{request.TimingPointId}/{request.Bib}";
        var asked = PageRequest.Of(scope, request.PageSize, request.PageToken, Limits.DefaultPage, Limits.LargestPage);
        var after = asked.After is { } position ? PositionOf(position) : (Time: long.MinValue, Id: "");

        // Refuses in time when the database is away; a context would wait for its schema.
        await changelog.GetHeadAsync(request.MeetId, cancellationToken);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await context.ManualPassings.AsNoTracking()
            .Where(row => row.MeetId == request.MeetId && row.TimeMicros >= after.Time)
            .Where(row => request.TimingPointId == "" || row.TimingPointId == request.TimingPointId)
            .Where(row => request.Bib == "" || row.Bib == request.Bib)
            .ToListAsync(cancellationToken);

        // Ids are ordered here: databases have orders of their own.
        var ordered = rows.Where(row => row.TimeMicros > after.Time || string.CompareOrdinal(row.ManualPassingId, after.Id) > 0)
            .OrderBy(row => row.TimeMicros)
            .ThenBy(row => row.ManualPassingId, StringComparer.Ordinal);
        var page = asked.Take(ordered, PositionOf);
        return new ListManualPassingsResponse { ManualPassings = { page.Rows.Select(ManualPassingMessage.Of) }, NextPageToken = page.NextToken };
    }

    private static string PositionOf(ManualPassingRow row) => string.Create(CultureInfo.InvariantCulture, $"{row.TimeMicros}/{row.ManualPassingId}");

    private static (long Time, string Id) PositionOf(string position)
    {
        var parts = position.Split('/');
        return (long.Parse(parts[0], CultureInfo.InvariantCulture), parts[1]);
    }
}
