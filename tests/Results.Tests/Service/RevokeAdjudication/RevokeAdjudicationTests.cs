using RaceSystem.Results.V1;

namespace RaceSystem.Results.Tests.Service.RevokeAdjudication;

public sealed class RevokeAdjudicationTests(ResultsHost host)
{
    [Fact]
    public async Task A_revoked_decision_has_no_effect_and_stays_in_the_list()
    {
        var meet = await host.NewMeet().Planned().Gun().Ran("1", 0, 4000, 8000).Ran("2", 0, 4000, 8050).StandsAsync();
        await meet.DecideAsync(new Adjudication { AdjudicationId = "dsq", Bib = "1", Disqualification = new Disqualification { RuleNumber = "TR 6.3" } });

        var preview = await RevokeAsync(meet, "dsq", preview: true);
        Assert.Equal((2, 1, 0L), (preview.Effect.ChangedCount, preview.Effect.MovedCount, preview.ResultsSequence));
        Assert.Equal(["2"], await meet.BibsAsync());

        var answer = await RevokeAsync(meet, "dsq", "same");
        await meet.ContainsAsync(answer.ResultsSequence);

        Assert.Equal(["1", "2"], await meet.BibsAsync());
        Assert.Equal("jury", answer.Adjudication.Revocation.RevokedBy);
        Assert.Equal(answer, await RevokeAsync(meet, "dsq", "same"));
        Assert.Equal("ADJUDICATION_REVOKED", (await Refused.ByAsync(() => RevokeAsync(meet, "dsq"))).Reason);
        Assert.Equal("ADJUDICATION_UNKNOWN", (await Refused.ByAsync(() => RevokeAsync(meet, "other"))).Reason);
        Assert.Equal("ADJUDICATION_INVALID", (await Refused.ByAsync(() => RevokeAsync(meet, "dsq", note: ""))).Reason);
        var listed = await host.Client.ListAdjudicationsAsync(new ListAdjudicationsRequest { MeetId = meet.MeetId }, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(answer.Adjudication, Assert.Single(listed.Adjudications));
    }

    private async Task<RevokeAdjudicationResponse> RevokeAsync(SampleMeet meet, string id, string requestId = "", bool preview = false, string note = "the wrong bib") =>
        await host.Client.RevokeAdjudicationAsync(
            new RevokeAdjudicationRequest { MeetId = meet.MeetId, RaceId = SampleMeet.RaceId, AdjudicationId = id, RevokedBy = "jury", Note = note, RequestId = requestId, Preview = preview },
            cancellationToken: TestContext.Current.CancellationToken);
}
