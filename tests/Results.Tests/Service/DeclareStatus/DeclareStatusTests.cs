using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using RaceSystem.Platform.Changelog;
using RaceSystem.Results.V1;
using RaceSystem.Testing;

namespace RaceSystem.Results.Tests.Service.DeclareStatus;

public sealed class DeclareStatusTests(ResultsHost host)
{
    [Fact]
    public async Task A_declared_runner_loses_the_place_and_a_revocation_gives_it_back()
    {
        var meet = await host.NewMeet().Planned().Ran("1", 0, 4000, 8000).Ran("2", 0, 4000, 8100).Gun().StandsAsync();

        await StandAsync(meet, await meet.DeclareAsync("r1", ("1", ResultStatus.Dsq)));
        Assert.Equal(["2"], (await meet.StandingsAsync()).Standings.Select(row => row.Bib));

        await StandAsync(meet, await meet.DeclareAsync("r2", ("1", ResultStatus.Unspecified)));
        Assert.Equal(["1", "2"], (await meet.StandingsAsync()).Standings.Select(row => row.Bib));
    }

    [Fact]
    public async Task A_repeated_request_gets_the_first_answer_and_declares_nothing()
    {
        var meet = await host.NewMeet().Planned().Entered("1").StandsAsync();
        var first = await meet.DeclareAsync("same", ("1", ResultStatus.Dns));
        await meet.DeclareAsync("other", ("1", ResultStatus.Unspecified));

        var again = await meet.DeclareAsync("same", ("1", ResultStatus.Dns));

        Assert.Equal(first, again);
        Assert.Equal(2, (await Log.GetHeadAsync(meet.MeetId, TestContext.Current.CancellationToken)).Sequence);
    }

    [Fact]
    public async Task One_bad_bib_keeps_all_back_and_every_bad_one_is_named()
    {
        var meet = await host.NewMeet().Planned().Entered("1").StandsAsync();

        var refused = await Refused.ByAsync(() => meet.DeclareAsync("", ("7", ResultStatus.Dns), ("1", ResultStatus.Dns), ("8", ResultStatus.Dns)));

        Assert.Equal((StatusCode.NotFound, "BIB_UNKNOWN"), (refused.Code, refused.Reason));
        Assert.Equal(["declarations[0].bib", "declarations[2].bib"], refused.Fields);
        Assert.Equal(0, (await Log.GetHeadAsync(meet.MeetId, TestContext.Current.CancellationToken)).Sequence);
    }

    [Fact]
    public async Task A_bib_that_registration_has_by_now_is_fetched_first()
    {
        var meet = await host.NewMeet().Planned().Entered("1").StandsAsync();
        meet.Entered("2");

        await StandAsync(meet, await meet.DeclareAsync("", ("2", ResultStatus.Dns)));

        Assert.Equal(1, (await meet.ProgressAsync()).Races[0].OutCount);
    }

    [Fact]
    public async Task What_is_no_declaration_is_refused()
    {
        var meet = await host.NewMeet().Planned().Entered("1").StandsAsync();

        Assert.Equal(["declarations[0].status", "declarations[1].bib"], (await Refused.ByAsync(() => meet.DeclareAsync("", ("1", ResultStatus.Finished), ("1", ResultStatus.Dnf)))).Fields);
        Assert.Equal("DECLARATION_INVALID", (await Refused.ByAsync(() => meet.DeclareAsync(""))).Reason);
        Assert.Equal("BATCH_TOO_LARGE", (await Refused.ByAsync(() => meet.DeclareAsync("", [.. Enumerable.Repeat(("1", ResultStatus.Dns), 5_001)]))).Reason);
        Assert.Equal("MEET_UNKNOWN", (await Refused.ByAsync(() => host.NewMeet().DeclareAsync("", ("1", ResultStatus.Dns)))).Reason);
    }

    private IChangelog Log => host.Services.GetRequiredKeyedService<IChangelog>("results");

    private static Task StandAsync(SampleMeet meet, DeclareStatusResponse answer) =>
        Eventually.TrueAsync(async () => (await meet.ProgressAsync()).ResultsSequence >= answer.ResultsSequence);
}
