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
        var size = PageSize.Require(request.PageSize, Limits.DefaultPage, Limits.LargestPage);
        var after = PageToken.Decode(ScopeOf(request), request.PageToken) ?? "";

        // Refuses in time when the database is away; a context would wait for its schema.
        await changelog.GetHeadAsync(request.MeetId, cancellationToken);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await context.GunStarts.AsNoTracking().Where(row => row.MeetId == request.MeetId).ToListAsync(cancellationToken);
        var latest = rows.GroupBy(KeyOf, StringComparer.Ordinal)
            .Where(wave => string.CompareOrdinal(wave.Key, after) > 0)
            .OrderBy(wave => wave.Key, StringComparer.Ordinal)
            .Select(wave => wave.MaxBy(row => row.Revision)!)
            .Take(size + 1)
            .ToList();
        var response = new ListGunStartsResponse { GunStarts = { latest.Take(size).Select(GunStartMessage.Of) } };
        if (latest.Count > size)
        {
            response.NextPageToken = PageToken.Encode(ScopeOf(request), KeyOf(latest[size - 1]));
        }

        return response;
    }

    private static string ScopeOf(ListGunStartsRequest request) => $"ListGunStarts/{request.MeetId}";

    private static string KeyOf(GunStartRow row) => $"{row.RaceId}/{row.WaveId}";
}
