using RaceSystem.Dashboard.Service.Live;
using RaceSystem.Dashboard.Service.Upstream;
using RaceSystem.Kernel;
using RaceSystem.Results.V1;

namespace RaceSystem.Dashboard.Service.Races;

/// <summary>Finds the race and view that an address names.</summary>
public sealed class RaceLookup(LiveHub<string, GetMeetProgressResponse> progress, MeetDirectory directory, TimeProvider time)
{
    /// <summary>The race as it is by itself, for a page that chooses no view of it.</summary>
    /// <exception cref="RefusalException">No such meet or race, or Results is away.</exception>
    public Task<RacePageModel> FindAsync(string meet, string race, CancellationToken cancellationToken) => FindAsync(new RaceQuery(meet, race, null, null, null), cancellationToken);

    /// <summary>The race, what is asked of it, and what its pages say.</summary>
    /// <exception cref="RefusalException">No such meet, race or view, or Results is away.</exception>
    public async Task<RacePageModel> FindAsync(RaceQuery query, CancellationToken cancellationToken)
    {
        PageQuery.RequireMeet(query.Meet);
        var current = (await progress.CurrentAsync(query.Meet, cancellationToken)).State;
        var race = current.Races.FirstOrDefault(candidate => candidate.RaceId == query.Race)
            ?? throw RefusalException.NotFound("RACE_UNKNOWN", "This meet has no such race. Choose one on the meet's page.");
        var view = ViewChoice.Read(query.Meet, race, query.At, query.Sex, query.Division);
        return new RacePageModel(view, current, race, await directory.FindMeetAsync(query.Meet, cancellationToken), time.GetUtcNow());
    }
}
