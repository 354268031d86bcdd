using Grpc.Core;
using RaceSystem.Timing.Core.Alarms;
using RaceSystem.Timing.Tests.Service.Operations;
using RaceSystem.Timing.V1;
using AlarmKind = RaceSystem.Timing.Core.Alarms.AlarmKind;

namespace RaceSystem.Timing.Tests.Service.ListAlarms;

public sealed class ListAlarmsTests(Databases databases)
{
    [Fact]
    public async Task Open_ones_come_first_and_pages_follow_each_other()
    {
        await using var host = await TimingHost.StartAsync(await databases.CreateAsync("sqlite"));
        var store = await AlarmStoreTests.ReadyStoreOfAsync(host);
        foreach (var device in new[] { "d1", "d2", "d3" })
        {
            await store.ApplyAsync(TimingHost.Meet, [new AlarmChange(new AlarmSubject(AlarmKind.BatteryLow, "finish", device), true, $"The battery of {device} is at 9 %.")], TestContext.Current.CancellationToken);
        }

        await store.ApplyAsync(TimingHost.Meet, [new AlarmChange(new AlarmSubject(AlarmKind.BatteryLow, "finish", "d2"), false, "")], TestContext.Current.CancellationToken);
        var first = await host.Client.ListAlarmsAsync(new ListAlarmsRequest { MeetId = TimingHost.Meet, PageSize = 2 }, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(["d3", "d1"], first.Alarms.Select(alarm => alarm.DeviceId));
        Assert.All(first.Alarms, alarm => Assert.Equal((V1.AlarmKind.BatteryLow, null), (alarm.Kind, alarm.ClearTime)));
        var second = await host.Client.ListAlarmsAsync(new ListAlarmsRequest { MeetId = TimingHost.Meet, PageSize = 2, PageToken = first.NextPageToken }, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal("d2", Assert.Single(second.Alarms).DeviceId);
        Assert.NotNull(second.Alarms[0].ClearTime);
        Assert.Empty(second.NextPageToken);
        var open = await host.Client.ListAlarmsAsync(new ListAlarmsRequest { MeetId = TimingHost.Meet, OpenOnly = true }, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(["d3", "d1"], open.Alarms.Select(alarm => alarm.DeviceId));
    }

    [Fact]
    public async Task An_unknown_meet_and_a_foreign_page_token_are_refused()
    {
        await using var host = await TimingHost.StartAsync(await databases.CreateAsync("sqlite"));
        await Refused.WithAsync(StatusCode.NotFound, "MEET_UNKNOWN", () => host.Client.ListAlarmsAsync(new ListAlarmsRequest { MeetId = "other" }, cancellationToken: TestContext.Current.CancellationToken).ResponseAsync);
        await Refused.WithAsync(StatusCode.InvalidArgument, "PAGE_TOKEN_INVALID", () => host.Client.ListAlarmsAsync(new ListAlarmsRequest { MeetId = TimingHost.Meet, PageToken = "x" }, cancellationToken: TestContext.Current.CancellationToken).ResponseAsync);
    }
}
