using RaceSystem.Results.Core.Standings;
using RaceSystem.Results.Service.Following;
using RaceSystem.Results.Service.Meets;

namespace RaceSystem.Results.Service.Adjudications;

/// <summary>Meets whose snapshot contains every decision that this process has applied: a decision may build on the one before it.</summary>
internal sealed class SettledMeets(KnownMeets meets, OwnLog ownLog)
{
    public async Task<KnownMeet> FindAsync(string meetId, Func<MeetStandings, bool> isComplete, CancellationToken cancellationToken)
    {
        var meet = await meets.FindAsync(meetId, standings => IsSettled(meetId, standings) && isComplete(standings), cancellationToken);
        var standings = meet.Standings;
        while (!IsSettled(meetId, standings))
        {
            standings = await meet.Scorer.Snapshots.NextAsync(standings.Version, cancellationToken);
        }

        return meet with { Standings = standings };
    }

    private bool IsSettled(string meetId, MeetStandings standings) => standings.Sequences.Results >= ownLog.AppliedSequence(meetId);
}
