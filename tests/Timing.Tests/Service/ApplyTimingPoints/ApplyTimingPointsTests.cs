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
