using Microsoft.Playwright;
using RaceSystem.Dashboard.Tests.Fakes;
using static Microsoft.Playwright.Assertions;

namespace RaceSystem.Dashboard.Tests.Browser;

public sealed class DeskPageTests(ChromiumFixture chromium) : IClassFixture<ChromiumFixture>, IAsyncLifetime
{
    private const string Meet = $"/meets/{FakeMeet.Id}";
    private DashboardHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await DashboardHost.StartAsync(FakeWorld.UnderWay());
        _host.Meet.Change(meet => meet.Desk.AddAnomalies());
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task From_an_anomaly_to_a_decision_and_its_revocation_with_and_without_script(bool script)
    {
        await using var watched = await chromium.OpenAsync(_host.Address, new BrowserNewContextOptions { JavaScriptEnabled = script });
        var page = await watched.GoAsync($"{Meet}/anomalies");
        await page.GetByRole(AriaRole.Link, new() { Name = "Bib 1: Swapped bibs with 2" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Swapped bibs");
        await Expect(page.GetByLabel("Bib of the other runner")).ToHaveValueAsync("2");
        await page.GetByLabel("Who decides").FillAsync("Ri Kang Bom");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show what it changes" }).ClickAsync();
        await Expect(page.Locator(".decision-text")).ToHaveTextAsync("Bib 1: Swapped bibs with 2");
        await page.GetByRole(AriaRole.Button, new() { Name = "Change it" }).ClickAsync();
        await page.GetByLabel("Why", new() { Exact = true }).FillAsync("Seen on the film.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show what it changes" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Record this decision" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status).First).ToHaveTextAsync("Recorded. The standings follow.");
        await Expect(page.Locator(".defs")).ToContainTextAsync("Seen on the film.");

        await page.Locator("summary", new() { HasText = "Revoke it" }).ClickAsync();
        await Expect(page.GetByLabel("Who revokes")).ToHaveValueAsync("Ri Kang Bom"); // remembered
        await page.Locator("details[open]").GetByLabel("Why").FillAsync("It was another pair.");
        await page.Locator("details[open]").GetByRole(AriaRole.Button, new() { Name = "Show what it changes" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Revoke the decision" }).ClickAsync();
        await Expect(page.Locator(".tag")).ToHaveTextAsync("revoked");
        watched.AssertClean();
    }

    [Fact]
    public async Task A_form_with_an_error_has_the_keyboard_at_what_is_wrong()
    {
        await using var watched = await chromium.OpenAsync(_host.Address);
        var page = await watched.GoAsync($"{Meet}/decisions/new?kind=penalty&bib=1");
        await page.GetByLabel("Time", new() { Exact = true }).FillAsync("soon");
        await page.GetByLabel("Why", new() { Exact = true }).FillAsync("Cut a corner.");
        await page.GetByLabel("Who decides").FillAsync("Ri");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Alert)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByLabel("Time", new() { Exact = true })).ToHaveValueAsync("soon");
        await Expect(page.GetByLabel("Time", new() { Exact = true })).ToHaveAttributeAsync("aria-invalid", "true");
        Assert.Empty(_host.Meet.Desk.Adjudications);
    }
}
