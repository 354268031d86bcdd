using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RaceSystem.Platform.Changelog;
using RaceSystem.Platform.Paging;
using RaceSystem.Timing.Service.Operations;
using RaceSystem.Timing.Service.Registered;
using RaceSystem.Timing.Service.Storage;
using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.Service.ListAlarms;

/// <summary>Alarms of a meet: those that hold first, then the cleared, the newest first in both.</summary>
internal sealed class ListAlarmsHandler(
    MeetRegistry registry,
    [FromKeyedServices(TimingModule.ServiceName)] IChangelog changelog,
    IDbContextFactory<TimingDbContext> contexts)
{
    internal async Task<ListAlarmsResponse> HandleAsync(ListAlarmsRequest request, CancellationToken cancellationToken)
    {
        await registry.RequireMeetAsync(request.MeetId, cancellationToken);
        var size = PageSize.Require(request.PageSize, Limits.DefaultPage, Limits.LargestPage);
        var after = PageToken.Decode(ScopeOf(request), request.PageToken);

        // Refuses in time when the database is away; a context would wait for its schema.
        await changelog.GetHeadAsync(request.MeetId, cancellationToken);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await context.Alarms.AsNoTracking()
            .Where(row => row.MeetId == request.MeetId && (!request.OpenOnly || row.ClearedMicros == 0))
            .ToListAsync(cancellationToken); // bounded by Limits.OpenAlarms and Limits.ClearedAlarms
        var page = rows.OrderBy(KeyOf, StringComparer.Ordinal)
            .Where(row => after is null || string.CompareOrdinal(KeyOf(row), after) > 0)
            .Take(size + 1)
            .ToList();
        var response = new ListAlarmsResponse { Alarms = { page.Take(size).Select(AlarmMessage.Of) } };
        if (page.Count > size)
        {
            response.NextPageToken = PageToken.Encode(ScopeOf(request), KeyOf(page[size - 1]));
        }

        return response;
    }

    private static string ScopeOf(ListAlarmsRequest request) => $"ListAlarms/{request.MeetId}/{request.OpenOnly}";

    private static string KeyOf(AlarmRow row) => string.Create(
        CultureInfo.InvariantCulture,
        $"{(row.ClearedMicros == 0 ? 0 : 1)}/{long.MaxValue - row.RaisedMicros:D19}/{row.AlarmId}");
}
