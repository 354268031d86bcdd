using Grpc.Core;
using RaceSystem.Registration.V1;
using RaceSystem.Results.V1;

namespace RaceSystem.Results.Tests.Service.ExplainResult;

public sealed class ExplainResultTests(ResultsHost host)
{
    [Fact]
    public async Task Every_passing_is_named_and_gives_the_time_again()
    {
        var meet = await host.NewMeet().Planned(RuleProfile.NetWithGunFallback).Entered("1").Gun()
            .Passed("1", "start", -60, 2.5, 4).Passed("1", "half", 3000).Passed("1", "finish", 8000.1, 8030).StandsAsync();

        var explanation = await ExplainAsync(meet, "1");

        Assert.Equal(
            [PassingVerdict.BeforeGun, PassingVerdict.SupersededStart, PassingVerdict.Counts, PassingVerdict.Counts, PassingVerdict.Counts, PassingVerdict.AfterFinish],
            explanation.Passings.Select(passing => passing.Verdict));
        Assert.All(explanation.Passings, passing => Assert.NotEqual("", passing.Rule));
        Assert.Equal((SampleMeet.Stamp(0), "first", TimeBasis.StartLine), (explanation.Gun.StartTime, explanation.Gun.WaveId, explanation.Basis));
        var counting = explanation.Passings.Where(passing => passing.Verdict == PassingVerdict.Counts).ToDictionary(passing => passing.SplitId, passing => passing.PassingTime);
        Assert.Equal(counting["finish"] - counting["start"], explanation.ExactTime);
        Assert.Equal(7997, explanation.Result.Standing.OfficialTime.Seconds);
        Assert.Equal(RuleProfile.NetWithGunFallback, explanation.Rules.Profile);
        Assert.Contains(explanation.Steps, step => step.StartsWith("time: finish", StringComparison.Ordinal));
        Assert.Empty(explanation.Reads);
    }

    [Fact]
    public async Task A_record_that_came_a_moment_ago_is_explained_too()
    {
        var meet = await host.NewMeet().Planned().Entered("1").Gun().Passed("1", "finish", 8000).StandsAsync();

        await meet.Passed("1", "finish", 7000).StandsAsync();

        Assert.Equal(7000, (await ExplainAsync(meet, "1")).ExactTime.Seconds);
    }

    [Fact]
    public async Task Without_Timing_the_reads_are_refused_and_the_rest_is_explained()
    {
        var meet = await host.NewMeet().Planned().Entered("1").StandsAsync();

        var refused = await Refused.ByAsync(() => ExplainAsync(meet, "1", withoutReads: false));

        Assert.Equal((StatusCode.Unavailable, "OWNER_UNAVAILABLE"), (refused.Code, refused.Reason));
        Assert.Contains("status: Registered: no passing counts", (await ExplainAsync(meet, "1")).Steps);
    }

    [Fact]
    public async Task An_unknown_bib_is_refused()
    {
        var meet = await host.NewMeet().Planned().Entered("1").StandsAsync();

        Assert.Equal("BIB_UNKNOWN", (await Refused.ByAsync(() => ExplainAsync(meet, "2"))).Reason);
        Assert.Equal("ID_INVALID", (await Refused.ByAsync(() => ExplainAsync(meet, "?"))).Reason);
    }

    private static async Task<ExplainResultResponse> ExplainAsync(SampleMeet meet, string bib, bool withoutReads = true) =>
        await meet.Client.ExplainResultAsync(new ExplainResultRequest { MeetId = meet.MeetId, Bib = bib, WithoutReads = withoutReads }, cancellationToken: TestContext.Current.CancellationToken);
}
