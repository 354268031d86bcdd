using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RaceSystem.Platform.Changelog;
using RaceSystem.Platform.Paging;
using RaceSystem.Timing.Service.RecordGunStart;
using RaceSystem.Timing.Service.Registered;
using RaceSystem.Timing.Service.Storage;
using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.Service.ListGunStarts;

/// <summary>The gun that counts for each wave, by race and wave.</summary>
internal sealed class ListGunStartsHandler(
    MeetRegistry registry,
    [FromKeyedServices(TimingModule.ServiceName)] IChangelog changelog,
    IDbContextFactory<TimingDbContext> contexts)
{
    internal async Task<ListGunStartsResponse> HandleAsync(ListGunStartsRequest request, CancellationToken cancellationToken)
    {
        await registry.RequireMeetAsync(request.MeetId, cancellationToken);
        var asked = PageRequest.Of($"ListGunStarts/{request.MeetId}", request.PageSize, request.PageToken, Limits.DefaultPage, Limits.LargestPage);

        // Refuses in time when the database is away; a context would wait for its schema.
        await changelog.GetHeadAsync(request.MeetId, cancellationToken);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await context.GunStarts.AsNoTracking().Where(row => row.MeetId == request.MeetId).ToListAsync(cancellationToken);
        var page = asked.TakeByPosition(rows.GroupBy(KeyOf, StringComparer.Ordinal).Select(wave => wave.MaxBy(row => row.Revision)!), KeyOf);
        return new ListGunStartsResponse { GunStarts = { page.Rows.Select(GunStartMessage.Of) }, NextPageToken = page.NextToken };
    }

    private static string KeyOf(GunStartRow row) => $"{row.RaceId}/{row.WaveId}";
}
