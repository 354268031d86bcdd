using Microsoft.Extensions.DependencyInjection;
using RaceSystem.Kernel;
using RaceSystem.Platform.Changelog;
using RaceSystem.Results.Core.Standings;

namespace RaceSystem.Results.Service.Meets;

/// <summary>Finds what a request names, and asks Registration before it says that it does not exist.</summary>
internal sealed class KnownMeets(MeetTable meets, StartGate start, [FromKeyedServices(ResultsModule.RegistrationFollower)] IChangelogFollower registration)
{
    /// <summary>The meet with a snapshot that knows it.</summary>
    /// <exception cref="RefusalException">No such meet (<c>MEET_UNKNOWN</c>), Registration is away (<c>OWNER_UNAVAILABLE</c>), or this process has just started (<c>SERVICE_STARTING</c>).</exception>
    public Task<KnownMeet> RequireAsync(string meetId, CancellationToken cancellationToken) => FindAsync(meetId, _ => true, cancellationToken);

    /// <summary>A race of a meet.</summary>
    /// <exception cref="RefusalException">As above, or no such race (<c>RACE_UNKNOWN</c>).</exception>
    public async Task<(KnownMeet Meet, RaceStandings Race)> RequireRaceAsync(string meetId, string raceId, CancellationToken cancellationToken)
    {
        Identifier.Require(raceId, "race_id");
        var meet = await FindAsync(meetId, standings => standings.Find(raceId) is not null, cancellationToken);
        return (meet, meet.Standings.Find(raceId) ?? throw RaceUnknown(meetId, raceId));
    }

    /// <summary>The meet; if something is missed in it, as of everything Registration has by now.</summary>
    public async Task<KnownMeet> FindAsync(string meetId, Func<MeetStandings, bool> isComplete, CancellationToken cancellationToken)
    {
        Identifier.Require(meetId, "meet_id");
        await start.WaitAsync(meetId, cancellationToken);
        if (meets.Find(meetId) is { Current: { Meet: not null } current } known && isComplete(current))
        {
            return new KnownMeet(known, current);
        }

        await registration.CatchUpAsync(meetId, cancellationToken);
        var applied = registration.AppliedSequence(meetId);
        if (applied > 0 && meets.Find(meetId) is { } scorer)
        {
            var standings = scorer.Current;
            while (standings.Sequences.Registration < applied)
            {
                standings = await scorer.Snapshots.NextAsync(standings.Version, cancellationToken);
            }

            if (standings.Meet is not null)
            {
                return new KnownMeet(scorer, standings);
            }
        }

        throw RefusalException.NotFound("MEET_UNKNOWN", $"There is no meet '{meetId}'.");
    }

    public static RefusalException RaceUnknown(string meetId, string raceId) =>
        RefusalException.NotFound("RACE_UNKNOWN", $"There is no race '{raceId}' in meet '{meetId}'.");
}
