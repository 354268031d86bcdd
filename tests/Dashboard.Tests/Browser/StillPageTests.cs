using Microsoft.Playwright;
using RaceSystem.Dashboard.Tests.Fakes;
using static Microsoft.Playwright.Assertions;

namespace RaceSystem.Dashboard.Tests.Browser;

public sealed class StillPageTests(ChromiumFixture chromium) : IClassFixture<ChromiumFixture>, IAsyncLifetime
{
    /// <summary>A folder for pictures of the pages, for people to look at.</summary>
    private const string ScreenshotsVariable = "RACESYSTEM_TEST_SCREENSHOTS";

    private const string MeetPath = $"/meets/{FakeMeet.Id}";
    private DashboardHost _host = null!;

    public static TheoryData<string, string> Pages => new()
    {
        { "home", "/" },
        { "meet", MeetPath },
        { "race", $"{MeetPath}/races/marathon" },
        { "screen", $"{MeetPath}/races/marathon?at=10k&screen=1" },
        { "finish", $"{MeetPath}/races/marathon?at=finish&sex=women" },
        { "list", $"{MeetPath}/races/marathon/list?at=10k" },
        { "leaders", $"{MeetPath}/races/marathon/leaders" },
        { "nations", $"{MeetPath}/races/marathon/nations" },
        { "awards", $"{MeetPath}/races/marathon/awards" },
        { "teams", $"{MeetPath}/races/marathon/teams" },
        { "legs", $"{MeetPath}/races/10k/legs" },
        { "runner", $"{MeetPath}/runners/1" },
        { "timing-points", $"{MeetPath}/timing-points" },
        { "control", $"{MeetPath}/control" },
        { "anomalies", $"{MeetPath}/anomalies" },
        { "decisions", $"{MeetPath}/decisions" },
        { "decision", $"{MeetPath}/decisions/marathon/d-1" },
        { "decision-form", $"{MeetPath}/decisions/new?kind=start&bib=1" },
        { "sweep", $"{MeetPath}/races/marathon/sweep" },
        { "cuts", $"{MeetPath}/races/marathon/cuts" },
        { "publish", $"{MeetPath}/races/marathon/publish" },
        { "unknown", $"{MeetPath}/runners/9999" },
    };

    public async ValueTask InitializeAsync()
    {
        _host = await DashboardHost.StartAsync(FakeLists.UnderWay());
        _host.Meet.Change(meet =>
        {
            meet.Alarms.Add(FakeWorld.SilentBackup.Clone());
            meet.Desk.AddAnomalies();
            meet.Desk.Disqualify("1");
        });
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task No_page_is_wider_than_its_screen(string name, string path)
    {
        foreach (var (kind, width, height, scheme) in new[]
        {
            ("phone", 390, 844, ColorScheme.Light), ("desktop", 1280, 860, ColorScheme.Light), ("dark", 1280, 860, ColorScheme.Dark), ("stadium", 2560, 1440, ColorScheme.Dark),
        })
        {
            await using var watched = await chromium.OpenAsync(
                _host.Address, new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = width, Height = height }, ColorScheme = scheme });
            var page = await watched.GoAsync(path);
            if (Environment.GetEnvironmentVariable(ScreenshotsVariable) is { Length: > 0 } folder)
            {
                await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{name}-{kind}.png") });
            }

            Assert.InRange(await page.EvaluateAsync<int>("document.documentElement.scrollWidth"), 1, width);
            Assert.True(
                await page.EvaluateAsync<bool>("[...document.querySelectorAll('table')].every(table => table.offsetWidth <= table.parentElement.clientWidth)"),
                $"a table is cut off on the {kind}");
        }
    }

    [Fact]
    public async Task Search_by_bib_shows_the_runners_splits()
    {
        await using var watched = await chromium.OpenAsync(_host.Address);
        var page = await watched.GoAsync(MeetPath);
        await page.GetByLabel("Bib number").FillAsync("1");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Find runner" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 })).ToContainTextAsync("리강범");
        var half = page.GetByRole(AriaRole.Row, new PageGetByRoleOptions { Name = "Half" }).First;
        await Expect(half).ToContainTextAsync("1:05:00");
        await Expect(page.GetByRole(AriaRole.Row, new PageGetByRoleOptions { Name = "30 km" })).ToContainTextAsync("not measured");
        await Expect(page.Locator(".status")).ToHaveTextAsync("Finished");
        watched.AssertClean();
    }

    [Fact]
    public async Task Pages_work_without_script()
    {
        await using var watched = await chromium.OpenAsync(_host.Address, new BrowserNewContextOptions { JavaScriptEnabled = false });
        var page = await watched.GoAsync($"{MeetPath}/races/marathon?at=10k");
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(8);
        await page.GetByLabel("Division").SelectOptionAsync("M40");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Show" }).ClickAsync();
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(2);
        watched.AssertClean();
    }

    [Fact]
    public async Task Times_of_day_are_the_venues_wherever_the_viewer_is()
    {
        await using var watched = await chromium.OpenAsync(_host.Address, new BrowserNewContextOptions { TimezoneId = "America/New_York" });
        var page = await watched.GoAsync($"{MeetPath}/runners/1");
        await Expect(page.GetByRole(AriaRole.Row, new PageGetByRoleOptions { Name = "Finish" })).ToContainTextAsync("11:09:44");
        await Expect(page.GetByRole(AriaRole.Contentinfo)).ToContainTextAsync("Asia/Pyongyang (UTC+09:00)");
        watched.AssertClean();
    }
}
