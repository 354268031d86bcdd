using System.Globalization;
using RaceSystem.Kernel;
using RaceSystem.Platform.Paging;
using RaceSystem.Results.Core.Plausibility;
using RaceSystem.Results.Core.Standings;
using RaceSystem.Results.Service.Meets;

namespace RaceSystem.Results.Service.Plausibility;

/// <summary>
/// Judges the snapshots that lists are made of, one at a time: a large field takes some tenths of a second of a core, and
/// standings come first. The pages of a list are of one snapshot.
/// </summary>
internal sealed class PlausibilityDesk(KnownMeets meets) : IDisposable
{
    private readonly SemaphoreSlim _judging = new(1);

    public void Dispose() => _judging.Dispose();

    /// <summary>The snapshot that a page is of, judged, and where the page begins.</summary>
    /// <exception cref="RefusalException">No such meet or race, nonsense for a token, or its snapshot is gone (<c>SNAPSHOT_EXPIRED</c>).</exception>
    public async Task<JudgedPage> PageAsync(string meetId, string raceId, string scope, string pageToken, CancellationToken cancellationToken)
    {
        var position = PageToken.Decode(scope, pageToken);
        var (meet, race) = await meets.RequireRaceAsync(meetId, raceId, cancellationToken);
        var (version, from) = (meet.Standings.Version, 0);
        if (position is not null)
        {
            var parts = position.Split(':');
            version = long.Parse(parts[0], CultureInfo.InvariantCulture);
            from = int.Parse(parts[1], CultureInfo.InvariantCulture);
            race = meet.Scorer.Pins.TryFind(version, race.Race.RaceId, out var pinned)
                ? pinned
                : throw new RefusalException(RefusalKind.FailedPrecondition, "SNAPSHOT_EXPIRED", "The standings that this page token belongs to are not kept any more: start again without a token.");
        }

        await _judging.WaitAsync(cancellationToken);
        try
        {
            var plausibility = await Task.Run(() => Judged(race), cancellationToken);
            return new JudgedPage(meet, race, plausibility, version, from, scope);
        }
        finally
        {
            _judging.Release();
        }
    }

    private static RacePlausibility Judged(RaceStandings race)
    {
        var plausibility = RacePlausibility.Of(race);
        _ = plausibility.Suspicions;
        return plausibility;
    }
}
