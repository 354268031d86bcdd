using Google.Protobuf.WellKnownTypes;
using Microsoft.Playwright;
using RaceSystem.Dashboard.Tests.Fakes;
using RaceSystem.Timing.V1;
using static Microsoft.Playwright.Assertions;

namespace RaceSystem.Dashboard.Tests.Browser;

public sealed class ControlPageTests(ChromiumFixture chromium) : IClassFixture<ChromiumFixture>, IAsyncLifetime
{
    private const string Path = $"/meets/{FakeMeet.Id}/control";
    private DashboardHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await DashboardHost.StartAsync(FakeWorld.UnderWay());

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task An_alarm_comes_up_is_acknowledged_by_keyboard_and_the_name_is_remembered()
    {
        await using var watched = await chromium.OpenAsync(_host.Address);
        var page = await watched.GoAsync(Path);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "No alarm" })).ToBeVisibleAsync();
        Raise();
        await Expect(page.Locator("[data-alarm-summary]")).ToHaveTextAsync("1 alarm, 1 not seen yet");
        await Expect(page).ToHaveTitleAsync(new System.Text.RegularExpressions.Regex(@"^\(1\) Race control"));
        await Expect(page.Locator(".alarm")).ToContainTextAsync("Stadium start and finish · Backup");

        await page.GetByLabel("Your name").FillAsync("Ri Kang Bom");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "I have seen it" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("[data-alarm-summary]")).ToHaveTextAsync("1 alarm, all seen");
        await Expect(page.Locator(".alarm")).ToContainTextAsync("Seen by Ri Kang Bom at 09:00:00");

        _host.Meet.Change(meet => meet.Alarms.Add(new Alarm { AlarmId = "a-2", Kind = AlarmKind.BatteryLow, DeviceId = "sf-backup", TimingPointId = "stadium", RaiseTime = FakeMeet.Gun }));
        await Expect(page.Locator("[data-alarm-summary]")).ToHaveTextAsync("2 alarms, 1 not seen yet");
        await Expect(page.Locator(".alarm").First).ToContainTextAsync("Battery low"); // what nobody has seen comes first
        await Expect(page.GetByLabel("Your name")).ToHaveValueAsync("Ri Kang Bom");
        _host.Meet.Change(meet => meet.Alarms.Clear());
        await Expect(page.Locator("[data-alarm-summary]")).ToHaveTextAsync("No alarm");
        await Expect(page.Locator(".alarm")).ToHaveCountAsync(0);
        watched.AssertClean();
    }

    [Fact]
    public async Task An_alarm_that_comes_in_leaves_the_name_that_is_being_written()
    {
        Raise();
        await using var watched = await chromium.OpenAsync(_host.Address);
        var page = await watched.GoAsync(Path);
        await page.GetByLabel("Your name").PressSequentiallyAsync("Ri K");
        _host.Meet.Change(meet => meet.Alarms.Insert(0, new Alarm { AlarmId = "a-2", Kind = AlarmKind.ClockJump, TimingPointId = "bridge", RaiseTime = FakeMeet.Gun }));
        await Expect(page.Locator(".alarm")).ToHaveCountAsync(2);
        await page.Keyboard.PressAsync("a");
        await Expect(page.GetByLabel("Your name")).ToHaveValueAsync("Ri Ka");
        watched.AssertClean();
    }

    [Fact]
    public async Task Devices_and_held_reads_are_followed()
    {
        await using var watched = await chromium.OpenAsync(_host.Address);
        var page = await watched.GoAsync(Path);
        var main = page.GetByRole(AriaRole.Row, new() { Name = "Main" });
        await Expect(main).ToContainTextAsync("+0.012 s");
        await Expect(main).ToContainTextAsync("81 %");
        var backup = page.GetByRole(AriaRole.Row, new() { Name = "Backup" });
        await Expect(backup).ToContainTextAsync("not connected");
        await Expect(backup).ToContainTextAsync("The disk is nearly full: 1 % is free.");
        await Expect(backup.Locator("[data-f=clock]")).ToHaveTextAsync("wrong time zone");
        _host.Meet.Change(meet =>
        {
            (meet.Devices[1].Connected, meet.Devices[1].DecoderConnected, meet.Devices[1].UnsentReads, meet.Devices[1].Problem) = (true, true, 0, "");
            meet.Devices[1].OpenQuarantineCount = 1;
            meet.Quarantines.Add(new Quarantine
            {
                QuarantineId = "q-7", DeviceId = "sf-backup", Fault = ClockFault.Zone, Evidence = "Every read is 9 h ahead.", ReadCount = 812, ChipCount = 74,
                FromDeviceTime = FakeMeet.Gun, ToDeviceTime = FakeMeet.Gun, SuspectedOffset = Duration.FromTimeSpan(TimeSpan.FromHours(-9)),
            });
        });
        await Expect(backup.Locator("[data-f=state]")).ToHaveTextAsync("connected");
        await Expect(backup.Locator("[data-f=unsent]")).ToHaveTextAsync("0");
        await Expect(page.Locator(".quarantine")).ToContainTextAsync("Every read is 9 h ahead.");
        await Expect(page.Locator(".quarantine")).ToContainTextAsync("812 reads of 74 chips");
        await Expect(page.Locator(".quarantine")).ToContainTextAsync("−9:00:00 would make them right");
        watched.AssertClean();
    }

    [Fact]
    public async Task An_alarm_is_acknowledged_without_script()
    {
        Raise();
        await using var watched = await chromium.OpenAsync(_host.Address, new BrowserNewContextOptions { JavaScriptEnabled = false });
        var page = await watched.GoAsync(Path);
        await page.GetByLabel("Your name").FillAsync("Ri");
        await page.GetByRole(AriaRole.Button, new() { Name = "I have seen it" }).ClickAsync();
        await Expect(page.Locator(".alarm")).ToContainTextAsync("Seen by Ri at");
        watched.AssertClean();
    }

    private void Raise() => _host.Meet.Change(meet => meet.Alarms.Add(FakeWorld.SilentBackup.Clone()));
}
