using System.Globalization;
using RaceSystem.Kernel;
using RaceSystem.Platform.Paging;
using RaceSystem.Results.Core.Standings;

namespace RaceSystem.Results.Service.Meets;

/// <summary>Where a page of a race's list begins, and the snapshot that all pages of its token chain are of.</summary>
internal sealed class SnapshotPage
{
    private readonly string _scope;
    private readonly SnapshotPins _pins;

    private SnapshotPage(RaceStandings race, long version, int from, string scope, SnapshotPins pins) =>
        (Race, Version, From, _scope, _pins) = (race, version, from, scope, pins);

    /// <summary>The snapshot.</summary>
    public RaceStandings Race { get; }

    /// <summary>Of the snapshot.</summary>
    public long Version { get; }

    /// <summary>Position of the first row.</summary>
    public int From { get; }

    /// <summary>Finds the snapshot that a token names, or takes the newest one.</summary>
    /// <param name="meets">All meets.</param>
    /// <param name="list">The list and its filters.</param>
    /// <param name="meetId">The meet.</param>
    /// <param name="raceId">The race.</param>
    /// <param name="pageToken">Empty: the first page.</param>
    /// <param name="cancellationToken">The call's.</param>
    /// <exception cref="RefusalException"><c>PAGE_TOKEN_INVALID</c>, <c>SNAPSHOT_EXPIRED</c>, or no such meet or race.</exception>
    public static async Task<SnapshotPage> OpenAsync(KnownMeets meets, string list, string meetId, string raceId, string pageToken, CancellationToken cancellationToken)
    {
        var scope = $"{list}/{meetId}/{raceId}";
        var token = PageToken.Decode(scope, pageToken);
        var (meet, race) = await meets.RequireRaceAsync(meetId, raceId, cancellationToken);
        var pins = meet.Scorer.Pins;
        return token is null ? new SnapshotPage(race, meet.Standings.Version, 0, scope, pins) : Resume(pins, raceId, scope, token);
    }

    /// <summary>Keeps the snapshot for the next page, which begins at a position.</summary>
    public string TokenOf(int next)
    {
        _pins.Keep(Version, Race);
        return PageToken.Encode(_scope, string.Create(CultureInfo.InvariantCulture, $"{Version}:{next}"));
    }

    /// <summary>The rows of this page, and the token of the next one; empty: it is the last.</summary>
    public (IEnumerable<T> Rows, string NextPageToken) Take<T>(IReadOnlyList<T> rows, int pageSize)
    {
        var end = (int)Math.Min((long)From + pageSize, rows.Count);
        return (rows.Skip(From).Take(pageSize), end < rows.Count ? TokenOf(end) : "");
    }

    private static SnapshotPage Resume(SnapshotPins pins, string raceId, string scope, string position)
    {
        var parts = position.Split(':');
        var version = long.Parse(parts[0], CultureInfo.InvariantCulture);
        var from = int.Parse(parts[1], CultureInfo.InvariantCulture);
        return pins.TryFind(version, raceId, out var race)
            ? new SnapshotPage(race, version, from, scope, pins)
            : throw new RefusalException(RefusalKind.FailedPrecondition, "SNAPSHOT_EXPIRED", "The standings that this page token belongs to are not kept any more: start again without a token.");
    }
}
