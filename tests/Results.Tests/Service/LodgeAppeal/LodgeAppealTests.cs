using Google.Protobuf.WellKnownTypes;
using RaceSystem.Results.V1;

namespace RaceSystem.Results.Tests.Service.LodgeAppeal;

public sealed class LodgeAppealTests(ResultsHost host)
{
    [Fact]
    public async Task An_appealed_decision_stands_is_marked_and_waits_until_the_deadline()
    {
        var meet = await host.NewMeet().Planned().Gun().Ran("1", 0, 4000, 8000).Ran("2", 0, 4000, 8050).StandsAsync();
        await meet.DecideAsync(new Adjudication { AdjudicationId = "dsq", Bib = "1", Disqualification = new Disqualification { RuleNumber = "TR 6.3" } });
        await meet.DecideAsync(new Adjudication { AdjudicationId = "pen", Bib = "2", Penalty = new Penalty { Time = Duration.FromTimeSpan(TimeSpan.FromSeconds(5)) } });

        var late = await AppealAsync(meet, "dsq", "same", TimeProvider.System.GetUtcNow().AddDays(3));
        var soon = await AppealAsync(meet, "pen");
        await meet.ContainsAsync(soon.ResultsSequence);

        Assert.Equal(AppealState.Lodged, late.Adjudication.Appeal.State);
        Assert.Equal(TimeSpan.FromHours(24), soon.Adjudication.Appeal.Deadline.ToDateTime() - soon.Adjudication.Appeal.LodgeTime.ToDateTime());
        Assert.Equal(["2"], await meet.BibsAsync());
        Assert.True((await meet.StandingsAsync()).Standings[0].Decisions[0].Appealed);
        var open = await host.Client.ListAdjudicationsAsync(new ListAdjudicationsRequest { MeetId = meet.MeetId, OpenAppealsOnly = true }, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(["pen", "dsq"], open.Adjudications.Select(adjudication => adjudication.AdjudicationId));
        Assert.Equal(late, await AppealAsync(meet, "dsq", "same", TimeProvider.System.GetUtcNow().AddDays(3)));
        Assert.Equal("APPEAL_OPEN", (await Refused.ByAsync(() => AppealAsync(meet, "dsq"))).Reason);
        await meet.DecideAsync(new Adjudication { AdjudicationId = "third", Bib = "2", Reinstatement = new Reinstatement() });
        Assert.Equal("DEADLINE_INVALID", (await Refused.ByAsync(() => AppealAsync(meet, "third", deadline: TimeProvider.System.GetUtcNow().AddDays(-1)))).Reason);
        Assert.Equal("ADJUDICATION_UNKNOWN", (await Refused.ByAsync(() => AppealAsync(meet, "nothing"))).Reason);
    }

    private async Task<LodgeAppealResponse> AppealAsync(SampleMeet meet, string id, string requestId = "", DateTimeOffset? deadline = null)
    {
        var request = new LodgeAppealRequest
        {
            MeetId = meet.MeetId,
            RaceId = SampleMeet.RaceId,
            AdjudicationId = id,
            LodgedBy = "coach",
            Grounds = "it was somebody else",
            Deadline = deadline is { } time ? Timestamp.FromDateTimeOffset(time) : null,
            RequestId = requestId,
        };
        return await host.Client.LodgeAppealAsync(request, cancellationToken: TestContext.Current.CancellationToken);
    }
}
