using Google.Protobuf.WellKnownTypes;
using RaceSystem.Dashboard.Tests.Fakes;
using RaceSystem.Registration.V1;
using RaceSystem.Results.V1;

namespace RaceSystem.Dashboard.Tests.Pages;

public sealed class SweepAndCutsPageTests : IAsyncLifetime
{
    private DashboardHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await DashboardHost.StartAsync(FakeWorld.UnderWay());

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task The_sweep_list_says_who_is_behind_the_gates()
    {
        Assert.Contains("No gate of this race closes", await _host.GetAsync("/races/marathon/sweep"), StringComparison.Ordinal);
        _host.Meet.Change(meet => meet.Desk.Swept.AddRange(
        [
            Swept("2", "30k", 0, 600, overLimit: true),
            Swept("3", "30k", 900, 1_200, overLimit: false),
            Swept("4", "30k", 900, 800, overLimit: false),
        ]));
        var page = await _host.GetAsync("/races/marathon/sweep?within=60");
        Assert.Contains("3 runners", page, StringComparison.Ordinal);
        Assert.Matches("(?s)runners/2\".*over the limit.*runners/3\".*expected too late.*runners/4\".*still in time", page);
        Assert.Contains("Half, 09:00:00", page, StringComparison.Ordinal);
        Assert.Contains("data-refresh=\"10\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Suspicions_come_with_their_facts_and_mats_that_failed()
    {
        _host.Meet.Change(meet => meet.Desk.Cuts.Add(new CutSuspicion
        {
            Bib = "2", DisplayName = "Kiptoo, Daniel", Status = ResultStatus.Finished, Probability = 0.97, FromSplitId = "10k", ToSplitId = "half", DistanceM = 11_098, FromTime = FakeMeet.Gun, ToTime = FakeMeet.Gun,
            Elapsed = Duration.FromTimeSpan(TimeSpan.FromSeconds(1_500)), ExpectedElapsed = Duration.FromTimeSpan(TimeSpan.FromSeconds(2_100)), SkippedM = 3_100, SkippedLowM = 2_500, SkippedHighM = 3_600, FasterShare = 0.004,
            ComparedCount = 1_200, MissedMats = { new MissedMat { SplitId = "10k", TimingPointId = "bridge", MinuteTime = FakeMeet.Gun, OtherCount = 12, OtherReadCount = 12 } },
        }));
        var page = await _host.GetAsync("/races/marathon/cuts");
        Assert.Contains("10 km to Half: 25:00, expected 35:00", page, StringComparison.Ordinal);
        Assert.Contains("3.1 km seem to be skipped (2.5 km to 3.6 km)", page, StringComparison.Ordinal);
        Assert.Contains("of 12 others about", page, StringComparison.Ordinal);
        Assert.Contains("99.8 %", page, StringComparison.Ordinal);
        Assert.Contains("kind=disqualify&amp;bib=2", page, StringComparison.Ordinal);
        Assert.DoesNotContain("runners/2\"", await _host.GetAsync("/races/marathon/cuts?probability=0.99"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/control")]
    [InlineData("/races/marathon")]
    [InlineData("/runners/1")]
    public async Task Officials_find_their_pages_from_here(string path)
    {
        using var answer = await _host.Client.GetAsync(DeskHost.Meet + path, TestContext.Current.CancellationToken);
        var page = await answer.TextAsync();
        Assert.Contains($"{DeskHost.Meet}/anomalies", page, StringComparison.Ordinal);
        Assert.Contains($"{DeskHost.Meet}/decisions", page, StringComparison.Ordinal);
    }

    private static SweptRunner Swept(string bib, string gate, int closesIn, int expectedIn, bool overLimit) => new()
    {
        Bib = bib, DisplayName = "Runner " + bib, Status = ResultStatus.OnCourse, GateSplitId = gate, LastSplitId = "half", LastPassingTime = FakeMeet.Gun, OverLimit = overLimit,
        CloseTime = Timestamp.FromDateTimeOffset(FakeMeet.Gun.ToDateTimeOffset().AddSeconds(closesIn)), ExpectedTime = Timestamp.FromDateTimeOffset(FakeMeet.Gun.ToDateTimeOffset().AddSeconds(expectedIn)),
    };
}
