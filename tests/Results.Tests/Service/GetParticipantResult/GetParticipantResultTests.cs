using Grpc.Core;
using RaceSystem.Results.V1;

namespace RaceSystem.Results.Tests.Service.GetParticipantResult;

public sealed class GetParticipantResultTests(ResultsHost host)
{
    [Fact]
    public async Task A_result_has_every_visit_of_the_course()
    {
        var meet = await host.NewMeet().Planned().Ran("2", 0, 3000, 9000).Entered("F1").Passed("F1", "start", 2.5).Passed("F1", "finish", 8000.1).Gun().StandsAsync();

        var result = await ResultAsync(meet, "F1");

        Assert.Equal((SampleMeet.RaceId, SampleMeet.Stamp(0), SampleMeet.Stamp(2.5)), (result.RaceId, result.GunStartTime, result.StartTime));
        Assert.Equal([("start", true), ("half", false), ("finish", true)], result.Splits.Select(split => (split.SplitId, split.Measured)));
        var finish = result.Splits[2];
        Assert.Equal((8001, 8001, 7998, 1), (finish.OfficialTime.Seconds, finish.GunTime.Seconds, finish.NetTime.Seconds, finish.Places.Overall));
        Assert.Equal(SampleMeet.Stamp(8000.1), finish.PassingTime);
        Assert.Equal((1, 8001), (result.Standing.Places.Overall, result.Standing.OfficialTime.Seconds));
    }

    [Fact]
    public async Task A_missed_split_is_inferred_with_an_interval_and_stays_unmeasured()
    {
        var meet = await host.NewMeet().Planned().Ran("2", 0, 3000, 9000).Entered("F1").Passed("F1", "start", 2.5).Passed("F1", "finish", 8000.1).Gun().StandsAsync();

        var half = (await ResultAsync(meet, "F1")).Splits[1];

        Assert.False(half.Measured);
        Assert.Null(half.PassingTime);
        Assert.Null(half.OfficialTime);
        Assert.True(half.Inferred.PassingTimeLow < half.Inferred.PassingTime && half.Inferred.PassingTime < half.Inferred.PassingTimeHigh);
        Assert.InRange(half.Inferred.OfficialTime.Seconds, half.Inferred.OfficialTimeLow.Seconds, half.Inferred.OfficialTimeHigh.Seconds);
        Assert.Equal(Math.Ceiling((half.Inferred.PassingTime - SampleMeet.Stamp(0)).ToTimeSpan().TotalSeconds), half.Inferred.OfficialTime.Seconds);
        Assert.All((await ResultAsync(meet, "2")).Splits, split => Assert.Null(split.Inferred));
    }

    [Fact]
    public async Task A_runner_who_has_not_started_has_a_result_without_times()
    {
        var meet = await host.NewMeet().Planned().Entered("1").StandsAsync();

        var result = await ResultAsync(meet, "1");

        Assert.Equal(ResultStatus.Registered, result.Standing.Status);
        Assert.Null(result.Standing.OfficialTime);
        Assert.Equal("", result.Standing.LastSplitId);
    }

    [Fact]
    public async Task An_unknown_bib_is_refused()
    {
        var meet = await host.NewMeet().Planned().Entered("1").StandsAsync();

        var refused = await Refused.ByAsync(() => ResultAsync(meet, "2"));

        Assert.Equal((StatusCode.NotFound, "BIB_UNKNOWN"), (refused.Code, refused.Reason));
        Assert.Equal("ID_INVALID", (await Refused.ByAsync(() => ResultAsync(meet, "?"))).Reason);
    }

    private static async Task<ParticipantResult> ResultAsync(SampleMeet meet, string bib) =>
        (await meet.Client.GetParticipantResultAsync(new GetParticipantResultRequest { MeetId = meet.MeetId, Bib = bib })).Result;
}
