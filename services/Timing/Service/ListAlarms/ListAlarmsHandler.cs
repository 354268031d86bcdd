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
        var asked = PageRequest.Of($"ListAlarms/{request.MeetId}/{request.OpenOnly}", request.PageSize, request.PageToken, Limits.DefaultPage, Limits.LargestPage);

        // Refuses in time when the database is away; a context would wait for its schema.
        await changelog.GetHeadAsync(request.MeetId, cancellationToken);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await context.Alarms.AsNoTracking()
            .Where(row => row.MeetId == request.MeetId && (!request.OpenOnly || row.ClearedMicros == 0))
            .ToListAsync(cancellationToken); // bounded by Limits.OpenAlarms and Limits.ClearedAlarms
        var page = asked.TakeByPosition(rows, KeyOf);
        return new ListAlarmsResponse { Alarms = { page.Rows.Select(AlarmMessage.Of) }, NextPageToken = page.NextToken };
    }

    private static string KeyOf(AlarmRow row) => string.Create(
        CultureInfo.InvariantCulture,
        $"{(row.ClearedMicros == 0 ? 0 : 1)}/{long.MaxValue - row.RaisedMicros:D19}/{row.AlarmId}");
}
