using Microsoft.Playwright;
using RaceSystem.Dashboard.Tests.Fakes;
using static Microsoft.Playwright.Assertions;

namespace RaceSystem.Dashboard.Tests.Browser;

public sealed class LivePageTests(ChromiumFixture chromium) : IClassFixture<ChromiumFixture>, IAsyncLifetime
{
    private const string MeetPath = $"/meets/{FakeMeet.Id}";
    private const string FinishPath = $"{MeetPath}/races/marathon?at=finish";
    private DashboardHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await DashboardHost.StartAsync(FakeWorld.UnderWay());

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Standings_move_when_reads_come_in_without_a_reload()
    {
        await using var watched = await chromium.OpenAsync(_host.Address);
        var page = await watched.GoAsync(FinishPath);
        await Expect(Rows(page)).ToHaveCountAsync(1);
        await page.EvaluateAsync("window.notReloaded = true");

        Finish(1, 7_790);
        await Expect(Rows(page)).ToHaveCountAsync(2);
        await Expect(Row(page, 1)).ToContainTextAsync("+0:05");

        Finish(2, 7_700);
        await Expect(Row(page, 0)).ToContainTextAsync("Abebe");
        await Expect(Row(page, 0)).ToContainTextAsync("ትዕግስት");
        await Expect(Row(page, 1).Locator("[data-f=place]")).ToHaveTextAsync("2");
        await Expect(Row(page, 1)).ToContainTextAsync("+1:25");
        await Expect(Row(page, 0).GetByRole(AriaRole.Link)).ToHaveAttributeAsync("href", $"{MeetPath}/runners/3");
        await Expect(page.Locator("[data-count='marathon.finished']")).ToHaveTextAsync("3");
        await Expect(page.Locator("[data-live-text]")).ToContainTextAsync("Live · updated");

        // A correction moves the runner down again.
        Finish(2, 7_787);
        await Expect(Row(page, 1)).ToContainTextAsync("Abebe");
        Assert.True(await page.EvaluateAsync<bool>("window.notReloaded === true"));
        watched.AssertClean();
    }

    [Fact]
    public async Task A_row_that_moves_keeps_the_keyboards_focus()
    {
        await using var watched = await chromium.OpenAsync(_host.Address);
        var page = await watched.GoAsync($"{MeetPath}/races/marathon?at=10k");
        await Row(page, 4).GetByRole(AriaRole.Link).FocusAsync();
        _host.Meet.Change(meet => meet.Races[0].Runners[4].Passed["10k"] = 1_700);
        await Expect(Row(page, 0)).ToContainTextAsync("王秀英");
        await Expect(Row(page, 0).GetByRole(AriaRole.Link)).ToBeFocusedAsync();
        watched.AssertClean();
    }

    [Fact]
    public async Task Groups_points_and_divisions_can_be_chosen()
    {
        await using var watched = await chromium.OpenAsync(_host.Address);
        var page = await watched.GoAsync(FinishPath);
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "10 km", Exact = true }).ClickAsync();
        await Expect(Rows(page)).ToHaveCountAsync(7);
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Women", Exact = true }).ClickAsync();
        await Expect(Rows(page)).ToHaveCountAsync(3);
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "All", Exact = true }).ClickAsync();
        await page.GetByLabel("Division").SelectOptionAsync("M40");
        await Expect(Rows(page)).ToHaveCountAsync(2);
        await Expect(page.Locator("h2").First).ToContainTextAsync("10 km · All · Men 40–44");

        // What is chosen is followed too.
        _host.Meet.Change(meet => meet.Races[0].Runners[5].Passed["10k"] = 1_000);
        await Expect(Row(page, 0)).ToContainTextAsync(FakeWorld.HostileName);
        watched.AssertClean();
    }

    [Fact]
    public async Task A_hostile_name_is_only_a_name()
    {
        await using var watched = await chromium.OpenAsync(_host.Address);
        var page = await watched.GoAsync(FinishPath);
        Finish(5, 7_000); // comes by the event stream
        await Expect(Row(page, 0).GetByRole(AriaRole.Link)).ToHaveTextAsync(FakeWorld.HostileName);
        await Row(page, 0).GetByRole(AriaRole.Link).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 })).ToHaveTextAsync(FakeWorld.HostileName);
        Assert.Contains("RaceSystem", await page.TitleAsync(), StringComparison.Ordinal);
        watched.AssertClean();
    }

    [Fact]
    public async Task A_service_that_is_away_is_said_until_it_is_back()
    {
        await using var watched = await chromium.OpenAsync(_host.Address);
        var page = await watched.GoAsync(FinishPath);
        await Expect(page.Locator("[data-live-text]")).ToContainTextAsync("Live · updated");
        _host.Meet.SetAway("results", true);
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("The results service is away: stale since");
        _host.Meet.SetAway("results", false);
        Finish(1, 7_790);
        await Expect(Rows(page)).ToHaveCountAsync(2);
        await Expect(page.Locator("[data-stale]")).ToBeHiddenAsync();
        watched.AssertClean();
    }

    [Fact]
    public async Task Updates_can_be_paused_and_resumed()
    {
        await using var watched = await chromium.OpenAsync(_host.Address);
        var page = await watched.GoAsync(FinishPath);
        await Expect(page.Locator("[data-live-text]")).ToContainTextAsync("Live · updated");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Pause updates" }).ClickAsync();
        Finish(1, 7_790);
        await Expect(page.Locator("[data-live-text]")).ToHaveTextAsync("Paused");
        await Expect(Rows(page)).ToHaveCountAsync(1);
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Resume updates" }).ClickAsync();
        await Expect(Rows(page)).ToHaveCountAsync(2);
        watched.AssertClean();
    }

    [Fact]
    public async Task Timing_points_count_on()
    {
        await using var watched = await chromium.OpenAsync(_host.Address);
        var page = await watched.GoAsync($"{MeetPath}/timing-points");
        await Expect(Rows(page)).ToHaveCountAsync(2);
        _host.Meet.Change(meet =>
        {
            (meet.Points[0].ReadCount, meet.Points[0].PassingCount, meet.Points[0].UnknownChipCount) = (60_000, 5_000, 3);
            meet.Points[0].Devices[1].Connected = true;
        });
        await Expect(Row(page, 0).Locator("[data-f=reads]")).ToHaveTextAsync("60,000");
        await Expect(Row(page, 0).Locator("[data-f=passings]")).ToHaveTextAsync("5,000");
        await Expect(Row(page, 0).Locator("[data-f=unknown]")).ToHaveTextAsync("3");
        await Expect(Row(page, 0).Locator("[data-f=connected]")).ToHaveTextAsync("2 of 2");
        watched.AssertClean();
    }

    [Fact]
    public async Task Meet_counts_on()
    {
        await using var watched = await chromium.OpenAsync(_host.Address);
        var page = await watched.GoAsync(MeetPath);
        Finish(1, 7_790);
        await Expect(page.Locator("[data-count='marathon.finished']")).ToHaveTextAsync("2");
        watched.AssertClean();
    }

    private static ILocator Rows(IPage page) => page.Locator("tbody tr");

    private static ILocator Row(IPage page, int position) => Rows(page).Nth(position);

    private void Finish(int runner, double seconds) => _host.Meet.Change(meet => meet.Races[0].Runners[runner].Passed["finish"] = seconds);
}
