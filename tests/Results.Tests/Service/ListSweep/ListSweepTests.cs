using Google.Protobuf.WellKnownTypes;
using RaceSystem.Results.V1;

namespace RaceSystem.Results.Tests.Service.ListSweep;

public sealed class ListSweepTests(ResultsHost host)
{
    [Fact]
    public async Task It_lists_who_has_not_come_to_a_gate_that_closes_soon()
    {
        var meet = await WithGate().Entered("1").Passed("1", "start", 10).Entered("2").Passed("2", "start", 10).Passed("2", "half", 4_000).Entered("3").Gun().StandsAsync();

        Assert.Equal(0, (await ListAsync(meet, 6_000, 60)).TotalCount);
        var answer = await ListAsync(meet, 6_950, 60);

        var runner = Assert.Single(answer.Runners);
        Assert.Equal(("1", "half", 21_098, "start", false), (runner.Bib, runner.GateSplitId, (int)runner.GateDistanceM, runner.LastSplitId, runner.OverLimit));
        Assert.Equal((SampleMeet.Stamp(7_000), SampleMeet.Stamp(10)), (runner.CloseTime, runner.LastPassingTime));
        Assert.Null(runner.ExpectedTime);
        Assert.Equal(SampleMeet.Stamp(6_950), answer.AsOfTime);

        Assert.True(Assert.Single((await ListAsync(meet, 7_001, 0)).Runners).OverLimit);
        Assert.Equal(ResultStatus.OnCourse, runner.Status);

        // Somebody is measured after the gate closed: the standings know it too.
        await meet.Passed("2", "finish", 8_000).StandsAsync();
        Assert.Equal(ResultStatus.OverTimeLimit, Assert.Single((await ListAsync(meet, 8_001, 0)).Runners).Status);
    }

    [Fact]
    public async Task Pages_follow_each_other()
    {
        var meet = WithGate().Gun();
        for (var i = 1; i <= 5; i++)
        {
            meet.Entered($"{i}").Passed($"{i}", "start", i);
        }

        await meet.StandsAsync();
        var first = await ListAsync(meet, 7_001, 0, 3);
        var second = await ListAsync(meet, 7_001, 0, 3, first.NextPageToken);

        Assert.Equal(["1", "2", "3", "4", "5"], first.Runners.Concat(second.Runners).Select(runner => runner.Bib));
        Assert.Equal(("", 5), (second.NextPageToken, second.TotalCount));
    }

    [Fact]
    public async Task What_cannot_be_answered_is_refused()
    {
        var meet = await WithGate().StandsAsync();

        Assert.Equal("DURATION_INVALID", (await Refused.ByAsync(() => ListAsync(meet, 0, -1))).Reason);
        Assert.Equal("TIME_INVALID", (await Refused.ByAsync(async () => await meet.Client.ListSweepAsync(new ListSweepRequest { MeetId = meet.MeetId, RaceId = SampleMeet.RaceId, AsOfTime = new Timestamp { Seconds = long.MaxValue } }))).Reason);
        Assert.Equal("RACE_UNKNOWN", (await Refused.ByAsync(async () => await meet.Client.ListSweepAsync(new ListSweepRequest { MeetId = meet.MeetId, RaceId = "5k" }))).Reason);
    }

    private SampleMeet WithGate() => host.NewMeet().Planned(shape: race => race.Course.Visits[1].Cutoff = Duration.FromTimeSpan(TimeSpan.FromSeconds(7_000)));

    private static async Task<ListSweepResponse> ListAsync(SampleMeet meet, double asOf, double within, int pageSize = 0, string pageToken = "") =>
        await meet.Client.ListSweepAsync(
            new ListSweepRequest { MeetId = meet.MeetId, RaceId = SampleMeet.RaceId, AsOfTime = SampleMeet.Stamp(asOf), Within = new Duration { Seconds = (long)within }, PageSize = pageSize, PageToken = pageToken },
            cancellationToken: TestContext.Current.CancellationToken);
}
