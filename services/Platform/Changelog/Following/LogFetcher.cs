using RaceSystem.Platform.Telemetry;

namespace RaceSystem.Platform.Changelog.Following;

/// <summary>Fetches from the owner what a log lacks.</summary>
internal sealed class LogFetcher(string owner, ILogSource source, FollowedMeets meets)
{
    /// <summary>Fetches and applies everything up to the owner's present head.</summary>
    public async Task FetchAsync(FollowedMeet meet, CancellationToken cancellationToken)
    {
        using var activity = PlatformTelemetry.Source.StartActivity(TelemetryNames.FetchActivity);
        activity?.SetTag(TelemetryNames.OwnerTag, owner);
        activity?.SetTag(TelemetryNames.MeetTag, meet.Log.MeetId);
        await meet.Fetch.WaitAsync(cancellationToken);
        try
        {
            await FetchPagesAsync(meet, cancellationToken);
        }
        finally
        {
            meet.Fetch.Release();
        }

        activity?.SetTag(TelemetryNames.SequenceTag, meet.AppliedSequence);
    }

    private async Task FetchPagesAsync(FollowedMeet meet, CancellationToken cancellationToken)
    {
        var question = await AskAsync(meet, cancellationToken);
        var next = source.ListAfterAsync(meet.Log.MeetId, question.After, cancellationToken);
        while (true)
        {
            var page = await next;
            var asked = question;
            var isLast = page.ThroughSequence >= page.HeadSequence;

            // The next page travels while this one is applied.
            question = new LogQuestion(page.ThroughSequence, page.HeadSequence);
            next = isLast ? Task.FromResult(page) : source.ListAfterAsync(meet.Log.MeetId, question.After, cancellationToken);
            var joins = await meets.UseAsync(meet, log => log.Take(asked, page), cancellationToken);
            if (joins ? isLast : page.LogId.Length == 0)
            {
                return;
            }

            if (!joins)
            {
                // The log was made anew: what travels belongs behind a page that is not applied.
                await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                question = await AskAsync(meet, cancellationToken);
                next = source.ListAfterAsync(meet.Log.MeetId, question.After, cancellationToken);
            }
        }
    }

    private Task<LogQuestion> AskAsync(FollowedMeet meet, CancellationToken cancellationToken) => meets.UseAsync(meet, log => log.Ask(), cancellationToken);
}
