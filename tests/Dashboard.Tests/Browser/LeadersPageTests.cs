using Microsoft.Playwright;
using RaceSystem.Dashboard.Tests.Fakes;
using static Microsoft.Playwright.Assertions;

namespace RaceSystem.Dashboard.Tests.Browser;

public sealed class LeadersPageTests(ChromiumFixture chromium) : IClassFixture<ChromiumFixture>, IAsyncLifetime
{
    private const string RacePath = $"/meets/{FakeMeet.Id}/races/marathon";
    private DashboardHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await DashboardHost.StartAsync(FakeLists.UnderWay());

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Leaders_change_without_a_reload()
    {
        await using var watched = await chromium.OpenAsync(_host.Address);
        var page = await watched.GoAsync(RacePath + "/leaders");
        await page.EvaluateAsync("window.notReloaded = true");
        var women = Card(page, "Women");
        await Expect(women.Locator("tbody tr").First).ToContainTextAsync("Abebe");

        // Bib 5 comes to the half first of the women.
        _host.Meet.Change(meet => meet.Races[0].Runners[4].Passed["half"] = 3_905);
        await Expect(women.Locator("tbody tr").First).ToContainTextAsync("王秀英");
        await Expect(women.Locator("tbody tr").First).ToContainTextAsync("1:05:05");
        await Expect(women.Locator("tbody tr").First.GetByRole(AriaRole.Link)).ToHaveAttributeAsync("href", $"/meets/{FakeMeet.Id}/runners/5");

        // A nation and a division that nobody led before; the anonymous runner of Norway has no link.
        _host.Meet.Change(meet => meet.Races[0].Runners[8].Passed["10k"] = 1_950);
        await Expect(Card(page, "First of each nation")).ToContainTextAsync("AUS");
        await Expect(Card(page, "First of each nation").Locator("tr[data-id=NOR] a")).Not.ToHaveAttributeAsync("href", new System.Text.RegularExpressions.Regex("."));
        Assert.True(await page.EvaluateAsync<bool>("window.notReloaded === true"));
        watched.AssertClean();
    }

    [Fact]
    public async Task Expected_finishes_and_arrows_reach_the_race_page_and_go_when_the_runner_has_finished()
    {
        await using var watched = await chromium.OpenAsync(_host.Address);
        var page = await watched.GoAsync(RacePath + "?at=half");
        var row = page.Locator("tr[data-id='e-2']");
        await Expect(row.Locator("td.awaited")).ToContainTextAsync("2:11:24");
        await Expect(page.GetByRole(AriaRole.Columnheader, new PageGetByRoleOptions { Name = "Expected finish" })).ToBeVisibleAsync();

        _host.Meet.Change(meet => meet.Races[0].Runners[1].Passed["finish"] = 7_790);
        await Expect(row.Locator("td.awaited [data-f=expected]")).ToHaveTextAsync("");
        watched.AssertClean();
    }

    [Fact]
    public async Task The_pages_of_a_race_can_be_walked_by_keyboard()
    {
        await using var watched = await chromium.OpenAsync(_host.Address);
        var page = await watched.GoAsync(RacePath);
        foreach (var (link, heading) in new[] { ("Leaders", "Overall and by sex"), ("Nations", "Nations"), ("Awards", "Awards"), ("Teams", "Nations") })
        {
            var sections = page.GetByRole(AriaRole.Navigation, new PageGetByRoleOptions { Name = "This race" });
            await sections.GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = link, Exact = true }).FocusAsync();
            await page.Keyboard.PressAsync("Enter");
            await Expect(page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 2, Name = heading }).First).ToBeVisibleAsync();
            await Expect(sections.Locator("[aria-current=page]")).ToHaveTextAsync(link);
        }

        watched.AssertClean();
    }

    private static ILocator Card(IPage page, string title) =>
        page.Locator("section.leaders").Filter(new LocatorFilterOptions { Has = page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 3, Name = title }) });
}
