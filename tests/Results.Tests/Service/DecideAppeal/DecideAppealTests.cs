using RaceSystem.Results.V1;

namespace RaceSystem.Results.Tests.Service.DecideAppeal;

public sealed class DecideAppealTests(ResultsHost host)
{
    [Fact]
    public async Task An_upheld_appeal_revokes_the_decision_with_it()
    {
        var meet = await AppealedAsync();

        var preview = await DecideAsync(meet, AppealState.Upheld, preview: true);
        Assert.Equal((2, 1), (preview.Effect.ChangedCount, preview.Effect.MovedCount));
        Assert.Equal(["2"], await meet.BibsAsync());
        Assert.Equal("APPEAL_OPEN", (await Refused.ByAsync(() => RevokeAsync(meet))).Reason);

        var answer = await DecideAsync(meet, AppealState.Upheld, "same");
        await meet.ContainsAsync(answer.ResultsSequence);

        Assert.Equal(["1", "2"], await meet.BibsAsync());
        Assert.Equal(("jury", AppealState.Upheld), (answer.Adjudication.Revocation.RevokedBy, answer.Adjudication.Appeal.State));
        Assert.Equal(answer, await DecideAsync(meet, AppealState.Upheld, "same"));
        Assert.Equal("APPEAL_NOT_OPEN", (await Refused.ByAsync(() => DecideAsync(meet, AppealState.Rejected))).Reason);
    }

    [Fact]
    public async Task A_rejected_appeal_is_final_and_the_decision_stands()
    {
        var meet = await AppealedAsync();

        var answer = await DecideAsync(meet, AppealState.Rejected);
        await meet.ContainsAsync(answer.ResultsSequence);

        Assert.Equal((0, null), (answer.Effect.ChangedCount, answer.Adjudication.Revocation));
        Assert.Equal(["2"], await meet.BibsAsync());
        Assert.Equal("APPEAL_DECIDED", (await Refused.ByAsync(() => AppealAsync(meet))).Reason);
        await RevokeAsync(meet);
    }

    [Fact]
    public async Task A_withdrawn_appeal_may_be_lodged_again()
    {
        var meet = await AppealedAsync();
        Assert.Equal("ADJUDICATION_INVALID", (await Refused.ByAsync(() => DecideAsync(meet, AppealState.Lodged))).Reason);

        await DecideAsync(meet, AppealState.Withdrawn);

        Assert.Equal(AppealState.Lodged, (await AppealAsync(meet)).Adjudication.Appeal.State);
    }

    private async Task<SampleMeet> AppealedAsync()
    {
        var meet = await host.NewMeet().Planned().Gun().Ran("1", 0, 4000, 8000).Ran("2", 0, 4000, 8050).StandsAsync();
        await meet.DecideAsync(new Adjudication { AdjudicationId = "dsq", Bib = "1", Disqualification = new Disqualification { RuleNumber = "TR 6.3" } });
        await AppealAsync(meet);
        return meet;
    }

    private async Task<LodgeAppealResponse> AppealAsync(SampleMeet meet) => await host.Client.LodgeAppealAsync(
        new LodgeAppealRequest { MeetId = meet.MeetId, RaceId = SampleMeet.RaceId, AdjudicationId = "dsq", LodgedBy = "coach", Grounds = "it was somebody else" },
        cancellationToken: TestContext.Current.CancellationToken);

    private async Task<RevokeAdjudicationResponse> RevokeAsync(SampleMeet meet) => await host.Client.RevokeAdjudicationAsync(
        new RevokeAdjudicationRequest { MeetId = meet.MeetId, RaceId = SampleMeet.RaceId, AdjudicationId = "dsq", RevokedBy = "referee", Note = "the wrong bib" },
        cancellationToken: TestContext.Current.CancellationToken);

    private async Task<DecideAppealResponse> DecideAsync(SampleMeet meet, AppealState outcome, string requestId = "", bool preview = false) => await host.Client.DecideAppealAsync(
        new DecideAppealRequest { MeetId = meet.MeetId, RaceId = SampleMeet.RaceId, AdjudicationId = "dsq", Outcome = outcome, DecidedBy = "jury", DecisionNote = "the video shows it", RequestId = requestId, Preview = preview },
        cancellationToken: TestContext.Current.CancellationToken);
}
