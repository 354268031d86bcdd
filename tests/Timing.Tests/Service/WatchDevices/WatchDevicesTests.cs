using Google.Protobuf.WellKnownTypes;
using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.Tests.Service.WatchDevices;

public sealed class WatchDevicesTests(Databases databases)
{
    [Fact]
    public async Task Reports_between_batches_are_shown_and_disturb_neither_sequences_nor_acks()
    {
        await using var host = await TimingHost.StartAsync(await databases.CreateAsync("sqlite"));
        await host.ApplyPointsAsync(backupOffset: TimeSpan.FromSeconds(2));
        using var watch = host.Client.WatchDevices(new WatchDevicesRequest { MeetId = TimingHost.Meet }, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(await watch.ResponseStream.MoveNext(TestContext.Current.CancellationToken));
        Assert.Equal(["d-backup", "d-finish", "d-start"], watch.ResponseStream.Current.Devices.Select(device => device.DeviceId));
        Assert.All(watch.ResponseStream.Current.Devices, device => Assert.False(device.Connected || device.DecoderConnected || device.ReportTime is not null));

        using (var upload = await Upload.OpenAsync(host.Client, "d-backup"))
        {
            await upload.SendAsync(new DeviceReport { DecoderConnected = true });
            await upload.SendDurablyAsync(Upload.Batch(1, ("A", 1_000)));
            await upload.SendAsync(Report());
            await upload.SendDurablyAsync(Upload.Batch(2, ("B", 60_000)));
            Assert.Equal(2, upload.Durable);

            var device = await NextAsync(watch, device => device.ReadCount == 2 && device.RejectedFrames == 7);
            Assert.True(device.Connected && device.DecoderConnected);
            Assert.Equal((40.5, 21.0, 12), (device.BatteryPercent, device.TemperatureC, device.UnsentReads));
            Assert.Equal("The disk is nearly full.", device.Problem);
            Assert.Equal(ClockFault.Offset, device.ClockVerdict.Fault);
            Assert.Equal(Upload.Midnight + 60_000_000, device.LastDeviceTime.ToDateTimeOffset().ToUnixTimeMilliseconds() * 1_000);
            Assert.Equal(62, device.LastReadTime.Seconds - (Upload.Midnight / 1_000_000));
            Assert.Equal(TimeSpan.FromMilliseconds(1_500), device.ClockOffset.ToTimeSpan()); // the exact one of the samples
            Assert.Equal(TimeSpan.FromSeconds(2), device.AppliedOffset.ToTimeSpan());
            await upload.CompleteAsync();
        }

        var left = await NextAsync(watch, device => !device.Connected);
        Assert.False(left.DecoderConnected);
        Assert.Equal(40.5, left.BatteryPercent); // the last that is known
    }

    [Fact]
    public async Task An_alarm_is_shown_while_it_holds_and_with_who_has_seen_it()
    {
        await using var host = await TimingHost.StartAsync(await databases.CreateAsync("sqlite"));
        await host.ApplyPointsAsync();
        using var watch = host.Client.WatchDevices(new WatchDevicesRequest { MeetId = TimingHost.Meet }, cancellationToken: TestContext.Current.CancellationToken);
        using var upload = await Upload.OpenAsync(host.Client);
        await upload.SendAsync(new DeviceReport { BatteryPercent = 9 });

        // The alarm desk judges by itself every two seconds.
        WatchDevicesResponse now;
        do
        {
            Assert.True(await watch.ResponseStream.MoveNext(TestContext.Current.CancellationToken));
            now = watch.ResponseStream.Current;
        }
        while (now.Alarms.Count == 0);
        var alarm = Assert.Single(now.Alarms);
        Assert.Equal((AlarmKind.BatteryLow, "d-finish", "finish"), (alarm.Kind, alarm.DeviceId, alarm.TimingPointId));
        Assert.Contains("9 %", alarm.Description, StringComparison.Ordinal);
        await host.Client.AcknowledgeAlarmAsync(
            new AcknowledgeAlarmRequest { MeetId = TimingHost.Meet, AlarmId = alarm.AlarmId, AcknowledgedBy = "Ri" }, cancellationToken: TestContext.Current.CancellationToken);
        do
        {
            Assert.True(await watch.ResponseStream.MoveNext(TestContext.Current.CancellationToken));
        }
        while (watch.ResponseStream.Current.Alarms.Single().AcknowledgedBy != "Ri");
    }

    private static DeviceReport Report() => new()
    {
        DecoderConnected = true,
        UnsentReads = 12,
        OldestUnsentTime = Timestamp.FromDateTimeOffset(DateTimeOffset.UnixEpoch.AddDays(20_000)),
        RejectedFrames = 7,
        BatteryPercent = 40.5,
        TemperatureC = 21,
        Problem = "The disk is nearly full.",
        ClockVerdict = new ClockVerdict { Fault = ClockFault.Offset, OffsetUs = 1_500_000, Evidence = "Four comparisons agree." },
        ClockSamples =
        {
            new ClockSample { DeviceTimeUs = Upload.Midnight, AgentTimeUs = Upload.Midnight + 1_900_000, RoundTripUs = 900_000 },
            new ClockSample { DeviceTimeUs = Upload.Midnight, AgentTimeUs = Upload.Midnight + 1_500_000, RoundTripUs = 4_000 },
            new ClockSample { DeviceTimeUs = Upload.Midnight, AgentTimeUs = Upload.Midnight + 1_700_000 },
        },
    };

    private static async Task<DeviceState> NextAsync(Grpc.Core.AsyncServerStreamingCall<WatchDevicesResponse> watch, Func<DeviceState, bool> wanted)
    {
        while (await watch.ResponseStream.MoveNext(TestContext.Current.CancellationToken))
        {
            if (watch.ResponseStream.Current.Devices.Single(device => device.DeviceId == "d-backup") is var device && wanted(device))
            {
                return device;
            }
        }

        throw new InvalidOperationException("The stream ended.");
    }
}
