using Microsoft.Extensions.DependencyInjection;
using RaceSystem.Platform.Storage;
using RaceSystem.Timing.Core.Alarms;
using RaceSystem.Timing.Service;
using RaceSystem.Timing.Service.Operations;
using RaceSystem.Timing.V1;
using AlarmKind = RaceSystem.Timing.Core.Alarms.AlarmKind;

namespace RaceSystem.Timing.Tests.Service.Operations;

public sealed class AlarmStoreTests(Databases databases)
{
    private static readonly AlarmSubject Subject = new(AlarmKind.SilentDevice, "finish", "d-finish");

    [Theory]
    [MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Two_instances_that_find_the_same_raise_one_alarm(string kind)
    {
        var database = await databases.CreateAsync(kind);
        await using var first = await TimingHost.StartAsync(database);
        await using var second = await TimingHost.StartAsync(database);
        await ReadyStoreOfAsync(first);
        await ReadyStoreOfAsync(second);
        AlarmChange[] raise = [new(Subject, true, "d-finish reads nothing.")];
        var raised = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => StoreOf(i % 2 == 0 ? first : second).ApplyAsync(TimingHost.Meet, raise, TestContext.Current.CancellationToken)));
        Assert.Equal(1, raised.Sum());
        var alarm = Assert.Single(await StoreOf(second).ListOpenAsync(TimingHost.Meet, TestContext.Current.CancellationToken));
        Assert.Equal(("SilentDevice", "d-finish", "finish"), (alarm.Kind, alarm.DeviceId, alarm.TimingPointId));

        AlarmChange[] clear = [new(Subject, false, "")];
        await StoreOf(second).ApplyAsync(TimingHost.Meet, clear, TestContext.Current.CancellationToken);
        await StoreOf(first).ApplyAsync(TimingHost.Meet, clear, TestContext.Current.CancellationToken);
        Assert.Empty(await StoreOf(first).ListOpenAsync(TimingHost.Meet, TestContext.Current.CancellationToken));
        Assert.Equal(1, await StoreOf(first).ApplyAsync(TimingHost.Meet, raise, TestContext.Current.CancellationToken)); // again, as another alarm
    }

    [Theory]
    [MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Only_the_last_cleared_ones_are_kept(string kind)
    {
        await using var host = await TimingHost.StartAsync(await databases.CreateAsync(kind));
        await ReadyStoreOfAsync(host);
        var subjects = Enumerable.Range(0, 700).Select(i => new AlarmSubject(AlarmKind.BatteryLow, "finish", $"d{i}")).ToList();
        for (var round = 0; round < 2; round++)
        {
            await StoreOf(host).ApplyAsync(TimingHost.Meet, [.. subjects.Select(subject => new AlarmChange(subject, true, "low"))], TestContext.Current.CancellationToken);
            await StoreOf(host).ApplyAsync(TimingHost.Meet, [.. subjects.Select(subject => new AlarmChange(subject, false, ""))], TestContext.Current.CancellationToken);
        }

        await StoreOf(host).ApplyAsync(TimingHost.Meet, [new AlarmChange(Subject, true, "silent")], TestContext.Current.CancellationToken);
        var alarms = new List<Alarm>();
        var request = new ListAlarmsRequest { MeetId = TimingHost.Meet, PageSize = 1_000 };
        do
        {
            var page = await host.Client.ListAlarmsAsync(request, cancellationToken: TestContext.Current.CancellationToken);
            alarms.AddRange(page.Alarms);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        Assert.Equal(Limits.ClearedAlarms + 1, alarms.Count);
        Assert.Null(alarms[0].ClearTime); // the open one comes first
        Assert.Equal(alarms.Count, alarms.Select(alarm => alarm.AlarmId).Distinct().Count());
    }

    internal static AlarmStore StoreOf(TimingHost host) => host.Services.GetRequiredService<AlarmStore>();

    /// <summary>The store once its tables are there; on a busy machine that takes longer than a call waits.</summary>
    internal static async Task<AlarmStore> ReadyStoreOfAsync(TimingHost host)
    {
        await host.Services.GetRequiredKeyedService<IServiceStorage>("timing").WhenReadyAsync(TestContext.Current.CancellationToken);
        return StoreOf(host);
    }
}
