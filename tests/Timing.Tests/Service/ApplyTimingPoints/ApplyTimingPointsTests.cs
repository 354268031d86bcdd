using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.Tests.Service.ApplyTimingPoints;

public sealed class ApplyTimingPointsTests(Databases databases)
{
    [Theory]
    [MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_changed_rule_and_a_changed_clock_are_applied_to_reads_already_received(string kind)
    {
        await using var host = await TimingHost.StartAsync(await databases.CreateAsync(kind));
        await host.ApplyPointsAsync();
        using var main = await Upload.OpenAsync(host.Client, "d-finish");
        await main.SendDurablyAsync(Upload.Batch(1, ("A", 10_000), ("A", 10_400)));
        using var backup = await Upload.OpenAsync(host.Client, "d-backup");
        await backup.SendDurablyAsync(Upload.Batch(1, ("A", 15_200)));
        Assert.Equal("10000, 15200", await TimesAsync(host));

        await host.ApplyPointsAsync(TimeRule.Last);
        Assert.Equal("10400, 15200", await TimesAsync(host));

        await host.ApplyPointsAsync(TimeRule.Last, backupOffset: TimeSpan.FromSeconds(-5));
        Assert.Equal("10400", await TimesAsync(host));

        await host.ApplyPointsAsync(TimeRule.First, backupOffset: TimeSpan.FromSeconds(-5.3));
        Assert.Equal("9900", await TimesAsync(host));
    }

    [Fact]
    public async Task The_same_state_again_writes_nothing()
    {
        await using var host = await TimingHost.StartAsync(await databases.CreateAsync("sqlite"));
        await host.ApplyPointsAsync();
        var head = await host.Changelog.GetHeadAsync(TimingHost.Meet, TestContext.Current.CancellationToken);
        Assert.Equal(5, head.Sequence);
        await host.ApplyPointsAsync();
        Assert.Equal(head, await host.Changelog.GetHeadAsync(TimingHost.Meet, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_repeated_request_gets_its_first_answer_and_does_not_undo_what_came_after()
    {
        await using var host = await TimingHost.StartAsync(await databases.CreateAsync("sqlite"));
        var first = new ApplyTimingPointsRequest { MeetId = TimingHost.Meet, RequestId = "r1", TimingPoints = { new TimingPoint { TimingPointId = "p", DisplayName = "One" } } };
        var answer = await ApplyAsync(host, first);
        await ApplyAsync(host, new ApplyTimingPointsRequest { MeetId = TimingHost.Meet, RequestId = "r2", TimingPoints = { new TimingPoint { TimingPointId = "p", DisplayName = "Two" } } });
        Assert.Equal(answer, await ApplyAsync(host, first));
        var listed = await host.Client.ListTimingPointsAsync(new ListTimingPointsRequest { MeetId = TimingHost.Meet }, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal("Two", Assert.Single(listed.TimingPoints).DisplayName);
    }

    [Fact]
    public async Task Defaults_are_told_and_bad_settings_are_refused_whole()
    {
        await using var host = await TimingHost.StartAsync(await databases.CreateAsync("sqlite"));
        var answer = await ApplyAsync(host, new ApplyTimingPointsRequest { MeetId = TimingHost.Meet, TimingPoints = { new TimingPoint { TimingPointId = "p" } } });
        Assert.Equal((TimeRule.First, 5), (answer.TimingPoints[0].TimeRule, answer.TimingPoints[0].DeadTime.Seconds));

        await RefusedAsync(host, "ID_INVALID", new TimingPoint { TimingPointId = "Bad Id" });
        await RefusedAsync(host, "DEAD_TIME_OUT_OF_RANGE", new TimingPoint { TimingPointId = "q", DeadTime = Duration.FromTimeSpan(TimeSpan.FromHours(2)) });
        await RefusedAsync(host, "TIME_RULE_INVALID", new TimingPoint { TimingPointId = "q", TimeRule = (TimeRule)9 });
        await RefusedAsync(host, "DURATION_INVALID", new TimingPoint { TimingPointId = "q", DeadTime = new Duration { Seconds = long.MaxValue } });
        await RefusedAsync(host, "ID_DUPLICATE", new TimingPoint { TimingPointId = "q" }, new TimingPoint { TimingPointId = "q" });
        await Refused.WithAsync(StatusCode.InvalidArgument, "TIMING_POINT_UNKNOWN", () => ApplyAsync(host, new ApplyTimingPointsRequest
        {
            MeetId = TimingHost.Meet,
            TimingPoints = { new TimingPoint { TimingPointId = "q" } },
            Devices = { new TimingDevice { DeviceId = "d", TimingPointId = "nowhere" } },
        }));
        var listed = await host.Client.ListTimingPointsAsync(new ListTimingPointsRequest { MeetId = TimingHost.Meet }, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Single(listed.TimingPoints);
    }

    [Theory]
    [MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task All_settings_come_back_also_after_a_restart(string kind)
    {
        var database = await databases.CreateAsync(kind);
        var point = new TimingPoint
        {
            TimingPointId = "p",
            DisplayName = "P",
            TimeRule = TimeRule.FittedPeak,
            DeadTime = Duration.FromTimeSpan(TimeSpan.FromSeconds(7)),
            MinTimeSinceStart = Duration.FromTimeSpan(TimeSpan.FromMinutes(12)),
            StartRaceId = "race",
            StartWaveId = "w2",
            AntennaOffsetM = -1.25,
            ReferenceSpeedMps = 4.2,
        };
        var device = new TimingDevice
        {
            DeviceId = "d",
            TimingPointId = "p",
            DisplayName = "D",
            ClockOffset = Duration.FromTimeSpan(TimeSpan.FromSeconds(-3)),
            Role = DeviceRole.Backup,
            TimeZone = "Asia/Seoul",
            ClockCheck = ClockCheck.Off,
        };
        await using (var first = await TimingHost.StartAsync(database))
        {
            var answer = await ApplyAsync(first, new ApplyTimingPointsRequest { MeetId = TimingHost.Meet, TimingPoints = { point }, Devices = { device } });
            Assert.Equal((point, device), (answer.TimingPoints[0], answer.Devices[0]));
            var page = await first.Changelog.ListAfterAsync(TimingHost.Meet, 0, 10, TestContext.Current.CancellationToken);
            Assert.Equal(point, TimingRecord.Parser.ParseFrom(page.Records[0].Value.Span).TimingPoint);
            Assert.Equal(device, TimingRecord.Parser.ParseFrom(page.Records[1].Value.Span).Device);
        }

        await using var second = await TimingHost.StartAsync(database);
        var listed = await second.Client.ListTimingPointsAsync(new ListTimingPointsRequest { MeetId = TimingHost.Meet }, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal((point, device), (listed.TimingPoints[0], listed.Devices[0]));
    }

    [Fact]
    public async Task Settings_that_mean_nothing_are_refused()
    {
        await using var host = await TimingHost.StartAsync(await databases.CreateAsync("sqlite"));
        await RefusedAsync(host, "MIN_TIME_OUT_OF_RANGE", new TimingPoint { TimingPointId = "q", MinTimeSinceStart = Duration.FromTimeSpan(TimeSpan.FromHours(25)) });
        await RefusedAsync(host, "START_INVALID", new TimingPoint { TimingPointId = "q", StartWaveId = "w1" });
        await RefusedAsync(host, "ANTENNA_OFFSET_INVALID", new TimingPoint { TimingPointId = "q", AntennaOffsetM = 20.001 });
        await RefusedAsync(host, "ANTENNA_OFFSET_INVALID", new TimingPoint { TimingPointId = "q", AntennaOffsetM = 0.0005 });
        await RefusedAsync(host, "ANTENNA_OFFSET_INVALID", new TimingPoint { TimingPointId = "q", AntennaOffsetM = double.NaN });
        await RefusedAsync(host, "REFERENCE_SPEED_OUT_OF_RANGE", new TimingPoint { TimingPointId = "q", ReferenceSpeedMps = 0.1 });
        await RefusedAsync(host, "REFERENCE_SPEED_OUT_OF_RANGE", new TimingPoint { TimingPointId = "q", ReferenceSpeedMps = double.NaN });
        await Refused.WithAsync(StatusCode.NotFound, "RACE_UNKNOWN", () => ApplyAsync(host, PointRequest(new TimingPoint { TimingPointId = "q", StartRaceId = "other" })));
        await Refused.WithAsync(StatusCode.NotFound, "WAVE_UNKNOWN", () => ApplyAsync(host, PointRequest(new TimingPoint { TimingPointId = "q", StartRaceId = "race", StartWaveId = "w9" })));
        await RefusedDeviceAsync(host, "ROLE_INVALID", new TimingDevice { Role = (DeviceRole)7 });
        await RefusedDeviceAsync(host, "TIME_ZONE_UNKNOWN", new TimingDevice { TimeZone = "Nowhere/City" });
        await RefusedDeviceAsync(host, "CLOCK_CHECK_INVALID", new TimingDevice { ClockCheck = (ClockCheck)7 });
    }

    [Fact]
    public async Task A_backup_gives_way_to_a_main_device_as_soon_as_it_is_one()
    {
        await using var host = await TimingHost.StartAsync(await databases.CreateAsync("sqlite"));
        await host.ApplyPointsAsync();
        using var main = await Upload.OpenAsync(host.Client, "d-finish");
        await main.SendDurablyAsync(Upload.Batch(1, ("A", 10_400)));
        using var backup = await Upload.OpenAsync(host.Client, "d-backup");
        await backup.SendDurablyAsync(Upload.Batch(1, ("A", 10_000), ("A", 60_000)));
        Assert.Equal("10000, 60000", await TimesAsync(host));

        await ApplyAsync(host, new ApplyTimingPointsRequest { MeetId = TimingHost.Meet, Devices = { new TimingDevice { DeviceId = "d-backup", TimingPointId = "finish", Role = DeviceRole.Backup } } });
        Assert.Equal("10400, 60000", await TimesAsync(host));
    }

    private static ApplyTimingPointsRequest PointRequest(TimingPoint point) => new() { MeetId = TimingHost.Meet, TimingPoints = { point } };

    private static Task<RpcException> RefusedDeviceAsync(TimingHost host, string reason, TimingDevice device)
    {
        device.DeviceId = "d";
        device.TimingPointId = "q";
        var request = PointRequest(new TimingPoint { TimingPointId = "q" });
        request.Devices.Add(device);
        return Refused.WithAsync(StatusCode.InvalidArgument, reason, () => ApplyAsync(host, request));
    }

    private static Task<RpcException> RefusedAsync(TimingHost host, string reason, params TimingPoint[] points) =>
        Refused.WithAsync(StatusCode.InvalidArgument, reason, () => ApplyAsync(host, new ApplyTimingPointsRequest { MeetId = TimingHost.Meet, TimingPoints = { points } }));

    private static Task<ApplyTimingPointsResponse> ApplyAsync(TimingHost host, ApplyTimingPointsRequest request) =>
        host.Client.ApplyTimingPointsAsync(request, cancellationToken: TestContext.Current.CancellationToken).ResponseAsync;

    /// <summary>Milliseconds after midnight of A's passings at the finish, the same in the list and in the log.</summary>
    private static async Task<string> TimesAsync(TimingHost host)
    {
        var listed = await host.Client.ListPassingsAsync(
            new ListPassingsRequest { MeetId = TimingHost.Meet, TimingPointId = "finish", Chip = "a" },
            cancellationToken: TestContext.Current.CancellationToken);
        var logged = TimingRecord.Parser.ParseFrom((await host.PassingsInLogAsync())["passings/finish/A"]);
        Assert.Equal(logged.Passings, Assert.Single(listed.Chips));
        return string.Join(", ", logged.Passings.Passings.Select(passing => (passing.TimeUs - Upload.Midnight) / 1_000));
    }
}
