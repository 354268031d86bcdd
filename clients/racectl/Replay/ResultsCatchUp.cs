using Grpc.Core;
using RaceSystem.Changelog.V1;
using RaceSystem.Client;
using RaceSystem.Racectl.Calls;
using RaceSystem.Results.V1;

namespace RaceSystem.Racectl.Replay;

/// <summary>Waits until the served standings contain everything that is in the logs.</summary>
internal sealed class ResultsCatchUp(RaceSystemClient client, PatientCalls calls, string meetId, TimeSpan patience, TimeProvider timeProvider)
{
    private static readonly string[] NotFollowedYet = ["MEET_UNKNOWN"];
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Waits for Registration's log alone: from then on Results knows the entries.</summary>
    public async Task RegistrationAsync(CancellationToken cancellationToken)
    {
        var head = new LogHeads(await HeadAsync(client.RegistrationChangelog, "registration", cancellationToken).ConfigureAwait(false), 0, 0);
        await ReachAsync(head, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Waits for all logs, until none of them moves any more.</summary>
    public async Task AllAsync(CancellationToken cancellationToken)
    {
        var heads = await HeadsAsync(cancellationToken).ConfigureAwait(false);
        while (true)
        {
            await ReachAsync(heads, cancellationToken).ConfigureAwait(false);
            var now = await HeadsAsync(cancellationToken).ConfigureAwait(false);
            if (now == heads)
            {
                return;
            }

            heads = now;
        }
    }

    private async Task ReachAsync(LogHeads goal, CancellationToken cancellationToken)
    {
        var reached = new LogHeads(-1, -1, -1);
        var moved = timeProvider.GetTimestamp();
        while (true)
        {
            var progress = await calls.RunAsync(
                options => client.Results.GetMeetProgressAsync(new GetMeetProgressRequest { MeetId = meetId }, options).ResponseAsync, NotFollowedYet, cancellationToken).ConfigureAwait(false);
            var now = new LogHeads(progress.RegistrationSequence, progress.TimingSequence, progress.ResultsSequence);
            if (now.Contains(goal))
            {
                return;
            }

            if (now != reached)
            {
                (reached, moved) = (now, timeProvider.GetTimestamp());
            }

            if (timeProvider.GetElapsedTime(moved) > patience)
            {
                throw new RaceSystemException(
                    StatusCode.DeadlineExceeded, "RESULTS_BEHIND", $"Results has applied {now} of {goal} and has not moved for {patience.TotalSeconds:0} s; see its log and its /health.");
            }

            await Task.Delay(Pause, timeProvider, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<LogHeads> HeadsAsync(CancellationToken cancellationToken) => new(
        await HeadAsync(client.RegistrationChangelog, "registration", cancellationToken).ConfigureAwait(false),
        await HeadAsync(client.TimingChangelog, "timing", cancellationToken).ConfigureAwait(false),
        await HeadAsync(client.ResultsChangelog, "results", cancellationToken).ConfigureAwait(false));

    private async Task<long> HeadAsync(ChangelogService.ChangelogServiceClient changelog, string owner, CancellationToken cancellationToken)
    {
        var request = new GetLogHeadRequest { Owner = owner, MeetId = meetId };
        var response = await calls.RunAsync(options => changelog.GetLogHeadAsync(request, options).ResponseAsync, cancellationToken).ConfigureAwait(false);
        return response.Head.Sequence;
    }
}
