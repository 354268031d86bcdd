using System.Net.Http.Json;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using RaceSystem.Platform.Changelog;
using RaceSystem.Results.V1;

namespace RaceSystem.Results.Tests.Service.RecordAdjudication;

public sealed class RecordAdjudicationTests(ResultsHost host)
{
    [Fact]
    public async Task A_disqualification_takes_place_and_time_and_the_line_names_the_rule()
    {
        var meet = await ThreeAsync();

        var answer = await meet.DecideAsync(new Adjudication { Bib = "1", Disqualification = new Disqualification { RuleNumber = "TR 6.3" } });

        Assert.Equal((SampleMeet.RaceId, true), (answer.Adjudication.RaceId, answer.Adjudication.AdjudicationId.Length > 0));
        Assert.Equal(["2", "3"], await meet.BibsAsync());
        var line = (await ResultAsync(meet, "1")).Standing;
        Assert.Equal(ResultStatus.Dsq, line.Status);
        Assert.Null(line.OfficialTime);
        Assert.Null(line.GunTime);
        var decision = Assert.Single(line.Decisions);
        Assert.Equal((DecisionKind.Disqualification, "TR 6.3", answer.Adjudication.AdjudicationId), (decision.Kind, decision.RuleNumber, decision.AdjudicationId));
    }

    [Fact]
    public async Task A_preview_tells_the_effect_and_changes_nothing()
    {
        var meet = await ThreeAsync();
        var decision = new Adjudication { AdjudicationId = "pen", Bib = "1", Penalty = new Penalty { Time = Duration.FromTimeSpan(TimeSpan.FromSeconds(150)), RuleNumber = "12.4" } };

        var preview = await meet.DecideAsync(decision, preview: true);

        Assert.Equal((3, 2, 0L), (preview.Effect.ChangedCount, preview.Effect.MovedCount, preview.ResultsSequence));
        var own = preview.Effect.Rows[0];
        Assert.Equal(("1", 1, 3), (own.After.Bib, own.Before.Places.Overall, own.After.Places.Overall));
        Assert.Equal((8_000, 8_150), (own.Before.OfficialTime.Seconds, own.After.OfficialTime.Seconds));
        Assert.Equal(["1", "2", "3"], await meet.BibsAsync());
        Assert.Empty((await ListAsync(meet)).Adjudications);

        Assert.Equal(preview.Effect, (await meet.DecideAsync(decision)).Effect);
        Assert.Equal(["2", "3", "1"], await meet.BibsAsync());
    }

    [Fact]
    public async Task An_anomaly_that_is_not_there_is_not_dismissed()
    {
        var meet = await ThreeAsync();
        var dismissal = new Adjudication { RaceId = SampleMeet.RaceId, AnomalyDismissal = new AnomalyDismissal { AnomalyId = "chips-together-0" } };

        Assert.Equal("ANOMALY_UNKNOWN", (await Refused.ByAsync(() => meet.DecideAsync(dismissal, preview: true))).Reason);
        Assert.Equal("ANOMALY_UNKNOWN", (await Refused.ByAsync(() => meet.DecideAsync(dismissal))).Reason);
        Assert.Empty((await ListAsync(meet)).Adjudications);
    }

    [Fact]
    public async Task A_repeated_request_gets_the_first_answer_even_where_the_decision_no_longer_fits()
    {
        var meet = await ThreeAsync();
        var swap = new Adjudication { Bib = "1", BibSwap = new BibSwap { OtherBib = "3" } };
        var first = await meet.DecideAsync(swap, "same");
        Assert.Equal(["3", "2", "1"], await meet.BibsAsync());

        Assert.Equal(first, await meet.DecideAsync(swap, "same"));
        Assert.Equal("ADJUDICATION_INVALID", (await Refused.ByAsync(() => meet.DecideAsync(swap, "other"))).Reason);
        Assert.Equal(1, (await Log.GetHeadAsync(meet.MeetId, TestContext.Current.CancellationToken)).Sequence);
    }

    [Fact]
    public async Task Everything_that_is_wrong_with_a_decision_is_listed()
    {
        var meet = await ThreeAsync();
        var request = new RecordAdjudicationRequest
        {
            MeetId = meet.MeetId,
            Adjudication = new Adjudication { Bib = "?", AdjudicationId = "Not An Id", Disqualification = new Disqualification(), DecideTime = SampleMeet.Stamp(0) },
        };

        var refused = await Refused.ByAsync(async () => await host.Client.RecordAdjudicationAsync(request, cancellationToken: TestContext.Current.CancellationToken));

        Assert.Equal((StatusCode.InvalidArgument, "ADJUDICATION_INVALID"), (refused.Code, refused.Reason));
        Assert.Equal(
            ["adjudication.adjudication_id", "adjudication.note", "adjudication.decided_by", "adjudication.decide_time", "adjudication.bib", "adjudication.disqualification.rule_number"],
            refused.Fields);
    }

    [Fact]
    public async Task What_a_decision_names_must_be_there()
    {
        var meet = await ThreeAsync();

        Assert.Equal("BIB_UNKNOWN", await ReasonAsync(meet, new Adjudication { Bib = "99", Reinstatement = new Reinstatement() }));
        Assert.Equal("BIB_UNKNOWN", await ReasonAsync(meet, new Adjudication { Bib = "1", RaceId = "ten", Reinstatement = new Reinstatement() }));
        Assert.Equal("BIB_UNKNOWN", await ReasonAsync(meet, new Adjudication { RaceId = SampleMeet.RaceId, FinishOrder = new FinishOrder { Bibs = { "1", "77" } } }));
        Assert.Equal("RACE_UNKNOWN", await ReasonAsync(meet, new Adjudication { Bib = "1", RaceMove = new RaceMove { ToRaceId = "ten" } }));
        Assert.Equal("SPLIT_UNKNOWN", await ReasonAsync(meet, new Adjudication { Bib = "1", CrossingOverride = new CrossingOverride { SplitId = "25k" } }));
        Assert.Equal("WAVE_UNKNOWN", await ReasonAsync(meet, new Adjudication { Bib = "1", StartDecision = new StartDecision { WaveId = "ninth" } }));
        Assert.Equal("CHIP_UNKNOWN", await ReasonAsync(meet, new Adjudication { Bib = "1", ChipDecision = new ChipDecision { Chip = "C2" } }));
        Assert.Equal("ADJUDICATION_INVALID", await ReasonAsync(meet, new Adjudication { Bib = "1", CrossingOverride = new CrossingOverride { SplitId = "finish", PassingTime = SampleMeet.Stamp(900_000) } }));
        Assert.Equal("ADJUDICATION_INVALID", await ReasonAsync(meet, new Adjudication { RaceId = SampleMeet.RaceId, FinishOrder = new FinishOrder { Bibs = { "1", "1" } } }));
        Assert.Equal("MEET_UNKNOWN", await ReasonAsync(host.NewMeet(), new Adjudication { Bib = "1", Reinstatement = new Reinstatement() }));
        Assert.Empty((await ListAsync(meet)).Adjudications);
    }

    [Fact]
    public async Task A_decision_is_never_changed_under_its_id()
    {
        var meet = await ThreeAsync();
        var decision = new Adjudication { AdjudicationId = "jury-7", Bib = "1", NotClassification = new NotClassification() };
        await meet.DecideAsync(decision);

        var refused = await Refused.ByAsync(() => meet.DecideAsync(decision));

        Assert.Equal((StatusCode.AlreadyExists, "ADJUDICATION_EXISTS"), (refused.Code, refused.Reason));
    }

    [Fact]
    public async Task A_later_decision_has_a_later_time_and_builds_on_the_one_before()
    {
        var meet = await ThreeAsync();
        var first = await meet.DecideAsync(new Adjudication { Bib = "1", Disqualification = new Disqualification { RuleNumber = "TR 6.3" } });

        var second = await meet.DecideAsync(new Adjudication { Bib = "1", Reinstatement = new Reinstatement() });

        Assert.True(second.Adjudication.DecideTime > first.Adjudication.DecideTime);
        Assert.Equal(["1", "2", "3"], await meet.BibsAsync());
        Assert.Equal(1, second.Effect.Rows[0].After.Places.Overall);
    }

    [Fact]
    public async Task Decisions_survive_in_the_log_and_are_reachable_without_grpc()
    {
        var meet = await ThreeAsync();
        var path = $"/v1/meets/{meet.MeetId}/adjudications";

        using var answer = await host.Http.PostAsJsonAsync(
            path,
            new { adjudication = new { bib = "2", startDecision = new { offset = "600s" }, note = "started late", decidedBy = "referee" } },
            TestContext.Current.CancellationToken);

        answer.EnsureSuccessStatusCode();
        Assert.Contains("\"startDecision\"", await host.Http.GetStringAsync(path, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        var page = await Log.ListAfterAsync(meet.MeetId, 0, 10, TestContext.Current.CancellationToken);
        Assert.StartsWith($"adjudication/{SampleMeet.RaceId}/", Assert.Single(page.Records).Key, StringComparison.Ordinal);
    }

    private IChangelog Log => host.Services.GetRequiredKeyedService<IChangelog>("results");

    private Task<SampleMeet> ThreeAsync() =>
        host.NewMeet().Planned().Gun().Ran("1", 0, 4000, 8000).Ran("2", 0, 4000, 8050).Ran("3", 0, 4000, 8100).StandsAsync();

    private async Task<ParticipantResult> ResultAsync(SampleMeet meet, string bib) =>
        (await host.Client.GetParticipantResultAsync(new GetParticipantResultRequest { MeetId = meet.MeetId, Bib = bib }, cancellationToken: TestContext.Current.CancellationToken)).Result;

    private async Task<ListAdjudicationsResponse> ListAsync(SampleMeet meet) =>
        await host.Client.ListAdjudicationsAsync(new ListAdjudicationsRequest { MeetId = meet.MeetId }, cancellationToken: TestContext.Current.CancellationToken);

    private static async Task<string> ReasonAsync(SampleMeet meet, Adjudication adjudication) => (await Refused.ByAsync(() => meet.DecideAsync(adjudication))).Reason;
}
