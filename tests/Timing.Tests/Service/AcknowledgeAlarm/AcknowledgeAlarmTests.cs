using Grpc.Core;
using RaceSystem.Timing.Core.Alarms;
using RaceSystem.Timing.Tests.Service.Operations;
using RaceSystem.Timing.V1;
using AlarmKind = RaceSystem.Timing.Core.Alarms.AlarmKind;

namespace RaceSystem.Timing.Tests.Service.AcknowledgeAlarm;

public sealed class AcknowledgeAlarmTests(Databases databases)
{
    [Theory]
    [MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_first_acknowledgement_stays(string kind)
    {
        await using var host = await TimingHost.StartAsync(await databases.CreateAsync(kind));
        var alarmId = await RaiseAsync(host);
        var first = await AcknowledgeAsync(host, alarmId, " Ri Kang Bom ");
        Assert.Equal("Ri Kang Bom", first.Alarm.AcknowledgedBy);
        Assert.NotNull(first.Alarm.AcknowledgeTime);
        Assert.Equal(first, await AcknowledgeAsync(host, alarmId, "somebody else"));
        Assert.Equal(first, await AcknowledgeAsync(host, alarmId, "Ri Kang Bom", "r1"));
        Assert.Equal(first, await AcknowledgeAsync(host, alarmId, "other", "r1")); // a repeated request is answered, not done
        var listed = await host.Client.ListAlarmsAsync(new ListAlarmsRequest { MeetId = TimingHost.Meet }, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(first.Alarm, Assert.Single(listed.Alarms));
    }

    [Fact]
    public async Task Who_is_required_and_the_alarm_must_exist()
    {
        await using var host = await TimingHost.StartAsync(await databases.CreateAsync("sqlite"));
        var alarmId = await RaiseAsync(host);
        await Refused.WithAsync(StatusCode.InvalidArgument, "NAME_INVALID", () => AcknowledgeAsync(host, alarmId, "  "));
        await Refused.WithAsync(StatusCode.InvalidArgument, "NAME_INVALID", () => AcknowledgeAsync(host, alarmId, new string('x', 201)));
        await Refused.WithAsync(StatusCode.NotFound, "ALARM_UNKNOWN", () => AcknowledgeAsync(host, "other", "me"));
        await Refused.WithAsync(StatusCode.InvalidArgument, "ID_INVALID", () => AcknowledgeAsync(host, "", "me"));
    }

    private static async Task<string> RaiseAsync(TimingHost host)
    {
        var store = await AlarmStoreTests.ReadyStoreOfAsync(host);
        await store.ApplyAsync(TimingHost.Meet, [new AlarmChange(new AlarmSubject(AlarmKind.SilentPoint, "finish", ""), true, "Nothing is read.")], TestContext.Current.CancellationToken);
        return (await store.ListOpenAsync(TimingHost.Meet, TestContext.Current.CancellationToken))[0].AlarmId;
    }

    private static Task<AcknowledgeAlarmResponse> AcknowledgeAsync(TimingHost host, string alarmId, string who, string requestId = "") => host.Client.AcknowledgeAlarmAsync(
        new AcknowledgeAlarmRequest { MeetId = TimingHost.Meet, AlarmId = alarmId, AcknowledgedBy = who, RequestId = requestId },
        cancellationToken: TestContext.Current.CancellationToken).ResponseAsync;
}
