using Microsoft.AspNetCore.Http;
using RaceSystem.Dashboard.Service.Live;
using RaceSystem.Dashboard.Service.Upstream;
using RaceSystem.Results.V1;

namespace RaceSystem.Dashboard.Service.Desk;

/// <summary>Finds the meet of an officials' page.</summary>
public sealed class DeskLookup(LiveHub<string, GetMeetProgressResponse> progress, MeetDirectory directory, TimeProvider time)
{
    /// <summary>The meet; no proxy may keep the page: it names people and holds this browser's name.</summary>
    /// <exception cref="Kernel.RefusalException">There is no such meet, or Results is away.</exception>
    public async Task<DeskMeet> FindAsync(HttpContext http, string meet, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(http);
        PageQuery.RequireMeet(meet);
        http.Response.Headers.CacheControl = "private, no-store";
        var current = (await progress.CurrentAsync(meet, cancellationToken)).State;
        return new DeskMeet(
            current,
            await directory.FindMeetAsync(meet, cancellationToken),
            await directory.FindPointNamesAsync(meet, cancellationToken),
            time.GetUtcNow());
    }
}
