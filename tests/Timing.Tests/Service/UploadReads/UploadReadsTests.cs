using System.Collections.Concurrent;
using System.Diagnostics;
using Grpc.Core;
using RaceSystem.Testing;
using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.Tests.Service.UploadReads;

public sealed class UploadReadsTests(Databases databases)
{
    [Theory]
    [MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Acked_reads_are_passings_in_the_log(string kind)
    {
        await using var host = await TimingHost.StartAsync(await databases.CreateAsync(kind));
        await host.ApplyPointsAsync();
        using var upload = await Upload.OpenAsync(host.Client);
        Assert.Equal(0, upload.Durable);
        await upload.SendDurablyAsync(Upload.Batch(1, ("a1", 1_000), ("a1", 1_500), ("B2", 1_200), ("a1", 60_000)));

        var record = TimingRecord.Parser.ParseFrom((await host.PassingsInLogAsync())["passings/finish/A1"]);
        Assert.Equal(
            [(Upload.Midnight + 1_000_000, 500_000, 2), (Upload.Midnight + 60_000_000, 0, 1)],
            record.Passings.Passings.Select(passing => (passing.TimeUs, (int)passing.SpanUs, passing.ReadCount)));
    }

    [Theory]
    [MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_new_stream_is_told_where_it_stands_and_a_batch_sent_again_counts_once(string kind)
    {
        await using var host = await TimingHost.StartAsync(await databases.CreateAsync(kind));
        await host.ApplyPointsAsync();
        using (var first = await Upload.OpenAsync(host.Client))
        {
            await first.SendDurablyAsync(Upload.Batch(1, ("A", 1_000)));
            await first.SendDurablyAsync(Upload.Batch(2, ("A", 1_100)));
        }

        using var again = await Upload.OpenAsync(host.Client);
        Assert.Equal(2, again.Durable);
        await again.SendAsync(Upload.Batch(2, ("A", 1_100)));
        await again.ReceiveAsync();
        Assert.Equal(2, again.Durable);
        using var otherEpoch = await Upload.OpenAsync(host.Client, epoch: 2);
        Assert.Equal(0, otherEpoch.Durable);
        var head = await host.Changelog.GetHeadAsync(TimingHost.Meet, TestContext.Current.CancellationToken);
        await otherEpoch.SendDurablyAsync(Upload.Batch(1, ("A", 1_000), ("A", 1_100)));
        Assert.Equal(head, await host.Changelog.GetHeadAsync(TimingHost.Meet, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_ack_tells_how_many_reads_of_this_call_were_new()
    {
        await using var host = await TimingHost.StartAsync(await databases.CreateAsync("sqlite"));
        await host.ApplyPointsAsync();
        using (var first = await Upload.OpenAsync(host.Client))
        {
            Assert.Equal(0, first.NewReads);
            await first.SendDurablyAsync(Upload.Batch(1, ("A", 1_000), ("A", 1_000), ("B", 1_000)));
            Assert.Equal(2, first.NewReads);
            await first.SendDurablyAsync(Upload.Batch(2, ("A", 1_000), ("A", 1_001)));
            Assert.Equal(3, first.NewReads);
        }

        using var again = await Upload.OpenAsync(host.Client);
        Assert.Equal((2, 0), (again.Durable, again.NewReads));
        await again.SendAsync(Upload.Batch(2, ("A", 1_000), ("A", 1_001)));
        await again.ReceiveAsync();
        Assert.Equal(0, again.NewReads);
        await again.SendDurablyAsync(Upload.Batch(3, ("C", 5), ("A", 1_001)));
        Assert.Equal(1, again.NewReads);
    }

    [Fact]
    public async Task A_gap_is_refused_and_what_came_before_is_acked()
    {
        await using var host = await TimingHost.StartAsync(await databases.CreateAsync("sqlite"));
        await host.ApplyPointsAsync();
        using var upload = await Upload.OpenAsync(host.Client);
        await upload.SendAsync(Upload.Batch(1, ("A", 1_000)));
        await upload.SendAsync(Upload.Batch(3, ("A", 1_100)));
        await upload.ReceiveAsync();
        Assert.Equal(1, upload.Durable);
        await Refused.WithAsync(StatusCode.FailedPrecondition, "SEQUENCE_GAP", upload.ReceiveAsync);
        using var again = await Upload.OpenAsync(host.Client);
        Assert.Equal(1, again.Durable);
    }

    [Fact]
    public async Task A_refused_batch_changes_nothing_and_names_the_read()
    {
        await using var host = await TimingHost.StartAsync(await databases.CreateAsync("sqlite"));
        await host.ApplyPointsAsync();
        var batch = Upload.Batch(1, ("A", 1_000), ("B", 2_000));
        batch.TimeUs[1] = 0;
        using (var upload = await Upload.OpenAsync(host.Client))
        {
            await upload.SendAsync(batch);
            var refusal = await Refused.WithAsync(StatusCode.InvalidArgument, "READ_TIME_OUT_OF_RANGE", upload.ReceiveAsync);
            Assert.Contains("time_us[1]", refusal.Status.Detail, StringComparison.Ordinal);
            Assert.Contains("1970-01-01", refusal.Status.Detail, StringComparison.Ordinal);
        }

        Assert.Empty(await host.PassingsInLogAsync());
        using var next = await Upload.OpenAsync(host.Client);
        Assert.Equal(0, next.Durable);
        await next.SendDurablyAsync(Upload.Batch(1, ("A", 1_000)));
        Assert.Single(await host.PassingsInLogAsync());
    }

    [Fact]
    public async Task Unknown_meets_and_devices_are_refused()
    {
        await using var host = await TimingHost.StartAsync(await databases.CreateAsync("sqlite"));
        await host.ApplyPointsAsync();
        await Refused.WithAsync(StatusCode.NotFound, "MEET_UNKNOWN", () => Upload.OpenAsync(host.Client, meet: "other"));
        await Refused.WithAsync(StatusCode.NotFound, "DEVICE_UNKNOWN", () => Upload.OpenAsync(host.Client, device: "other"));
        await Refused.WithAsync(StatusCode.InvalidArgument, "ID_INVALID", () => Upload.OpenAsync(host.Client, stream: "Not An Id"));
        await Refused.WithAsync(StatusCode.InvalidArgument, "EPOCH_INVALID", () => Upload.OpenAsync(host.Client, epoch: 0));
    }

    [Fact]
    public async Task A_meet_that_Registration_has_just_made_is_found_by_asking()
    {
        await using var host = await TimingHost.StartAsync(await databases.CreateAsync("sqlite"));
        host.Registration.PutMeet("new");
        await host.Client.ApplyTimingPointsAsync(
            new ApplyTimingPointsRequest { MeetId = "new", TimingPoints = { new TimingPoint { TimingPointId = "p" } } },
            cancellationToken: TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_host_that_stops_ends_its_streams_at_once_and_acks_what_it_committed()
    {
        await using var host = await TimingHost.StartAsync(await databases.CreateAsync("sqlite"));
        await host.ApplyPointsAsync();
        using var upload = await Upload.OpenAsync(host.Client);
        using var watch = host.Client.WatchTimingPoints(new WatchTimingPointsRequest { MeetId = TimingHost.Meet }, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(await watch.ResponseStream.MoveNext(TestContext.Current.CancellationToken));
        await upload.SendDurablyAsync(Upload.Batch(1, ("A", 1_000)));

        var stopping = host.StopAsync();

        // SERVICE_STOPPING, unless the closing connection overtakes the trailers: the client connects again either way.
        await Assert.ThrowsAsync<RpcException>(upload.ReceiveAsync);
        Assert.Equal(1, upload.Durable);
        await stopping.WaitAsync(TimeSpan.FromSeconds(15), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task One_trace_joins_the_upload_and_its_commit()
    {
        var finished = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "RaceSystem.Timing",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = finished.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        await using var host = await TimingHost.StartAsync(await databases.CreateAsync("sqlite"));
        await host.ApplyPointsAsync();
        var stream = $"traced-{Guid.NewGuid():n}";
        using var upload = await Upload.OpenAsync(host.Client, stream: stream);
        await upload.SendDurablyAsync(Upload.Batch(1, ("A", 1_000)));
        await upload.CompleteAsync();
        await Eventually.TrueAsync(() => finished.Any(activity => activity.GetTagItem("racesystem.stream_id") as string == stream));
        var own = finished.Single(activity => activity.GetTagItem("racesystem.stream_id") as string == stream);
        Assert.Contains(finished, activity => activity.OperationName == "timing.commit" && activity.TraceId == own.TraceId);
    }
}
