using Grpc.Core;
using RaceSystem.Client.Tests.Fakes;
using RaceSystem.Testing;
using RaceSystem.Timing.V1;

namespace RaceSystem.Client.Tests;

public sealed class ReadUploaderTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Everything_enqueued_is_durable_after_a_flush_in_order()
    {
        await using var server = await FakeServer.StartAsync();
        await using var uploader = new ReadUploader(server.Client.Timing, Options());
        await EnqueueAsync(uploader, 1, 200);
        await uploader.FlushAsync(Cancel);

        Assert.Equal(200, uploader.DurableSequence);
        AssertHolds(server, 200);
        Assert.Equal(1, server.Timing.Calls);
    }

    [Fact]
    public async Task Broken_connections_lose_nothing_and_double_nothing()
    {
        var random = Seed.NextRandom();
        await using var server = await FakeServer.StartAsync();
        server.Timing.FaultOf = _ => random.Next(12) switch
        {
            0 => Fault.DropBefore,
            1 => Fault.DropAfter,
            2 => Fault.Unavailable,
            _ => Fault.None,
        };
        await using var uploader = new ReadUploader(server.Client.Timing, Options());
        await EnqueueAsync(uploader, 1, 300);
        await uploader.FlushAsync(Cancel);

        AssertHolds(server, 300);
        Assert.True(server.Timing.Calls > 1);
        Assert.NotNull(uploader.LastInterruption);
    }

    [Fact]
    public async Task A_later_uploader_of_the_same_stream_continues_after_the_durable_sequence()
    {
        await using var server = await FakeServer.StartAsync();
        await using (var first = new ReadUploader(server.Client.Timing, Options()))
        {
            await EnqueueAsync(first, 1, 10);
            await first.FlushAsync(Cancel);
        }

        await using var second = new ReadUploader(server.Client.Timing, Options());
        Assert.Equal(10, await second.ConnectAsync(Cancel));
        await EnqueueAsync(second, 11, 10);
        await second.FlushAsync(Cancel);

        AssertHolds(server, 20);
    }

    [Fact]
    public async Task Batches_with_sequences_of_their_own_are_left_out_when_durable_and_refused_when_they_leave_a_gap()
    {
        await using var server = await FakeServer.StartAsync();
        await using (var first = new ReadUploader(server.Client.Timing, Options()))
        {
            await EnqueueAsync(first, 1, 5);
            await first.FlushAsync(Cancel);
        }

        await using var spool = new ReadUploader(server.Client.Timing, Options());
        for (var sequence = 3; sequence <= 8; sequence++)
        {
            var batch = Batch(sequence);
            batch.Sequence = sequence;
            await spool.EnqueueAsync(batch, Cancel);
        }

        var gap = Batch(10);
        gap.Sequence = 10;
        await Assert.ThrowsAsync<ArgumentException>(async () => await spool.EnqueueAsync(gap, Cancel));
        await spool.FlushAsync(Cancel);
        AssertHolds(server, 8);
    }

    [Fact]
    public async Task Enqueue_waits_while_the_window_is_full()
    {
        var gate = new TaskCompletionSource();
        await using var server = await FakeServer.StartAsync();
        server.Timing.BeforeAck = () => gate.Task;
        await using var uploader = new ReadUploader(server.Client.Timing, Options() with { MaxUnackedBatches = 4 });
        await EnqueueAsync(uploader, 1, 4);
        var fifth = uploader.EnqueueAsync(Batch(5), Cancel).AsTask();
        await Eventually.TrueAsync(() => server.Timing.Stream("s").Count == 1);
        Assert.False(fifth.IsCompleted);

        gate.SetResult();
        await fifth;
        await uploader.FlushAsync(Cancel);
        AssertHolds(server, 5);
    }

    [Fact]
    public async Task A_permanent_refusal_reaches_every_caller_with_its_reason_and_fields()
    {
        await using var server = await FakeServer.StartAsync();
        server.Timing.RefusalOf = _ => RichStatus.DeviceUnknown;
        await using var uploader = new ReadUploader(server.Client.Timing, Options());

        var enqueue = await Assert.ThrowsAsync<RaceSystemException>(async () => await uploader.EnqueueAsync(Batch(1), Cancel));
        var connect = await Assert.ThrowsAsync<RaceSystemException>(() => uploader.ConnectAsync(Cancel));

        Assert.Equal(StatusCode.NotFound, enqueue.StatusCode);
        Assert.Equal("DEVICE_UNKNOWN", enqueue.Reason);
        Assert.Equal([new RaceSystemViolation("header.device_id", "is not known")], enqueue.Violations);
        Assert.Equal("DEVICE_UNKNOWN", connect.Reason);
    }

    [Fact]
    public async Task A_refusal_in_the_middle_wakes_a_producer_that_waits_for_room()
    {
        await using var server = await FakeServer.StartAsync();
        var gate = new TaskCompletionSource();
        server.Timing.BeforeAck = async () =>
        {
            await gate.Task;
            throw RichStatus.DeviceUnknown;
        };
        await using var uploader = new ReadUploader(server.Client.Timing, Options() with { MaxUnackedBatches = 1 });
        await uploader.EnqueueAsync(Batch(1), Cancel);
        var waiting = uploader.EnqueueAsync(Batch(2), Cancel).AsTask();
        gate.SetResult();

        await Assert.ThrowsAsync<RaceSystemException>(() => waiting);
    }

    [Fact]
    public async Task A_server_that_lost_acknowledged_batches_is_reported_not_papered_over()
    {
        await using var server = await FakeServer.StartAsync();
        await using var uploader = new ReadUploader(server.Client.Timing, Options());
        await EnqueueAsync(uploader, 1, 3);
        await uploader.FlushAsync(Cancel);
        server.Timing.FaultOf = _ => Fault.DropBefore;
        server.Timing.Durable.Clear();
        await uploader.EnqueueAsync(Batch(4), Cancel);

        var failure = await Assert.ThrowsAsync<RaceSystemException>(() => uploader.FlushAsync(Cancel));
        Assert.Equal(StatusCode.DataLoss, failure.StatusCode);
    }

    [Fact]
    public async Task An_absent_server_is_given_up_after_the_time_allowed()
    {
        using var client = new RaceSystemClient(new Uri("http://127.0.0.1:9"));
        await using var uploader = new ReadUploader(client.Timing, Options() with { GiveUpAfter = TimeSpan.FromMilliseconds(200) });
        var failure = await Assert.ThrowsAsync<RaceSystemException>(() => uploader.ConnectAsync(Cancel));
        Assert.True(failure.IsTransient);
    }

    [Fact]
    public async Task Waiting_callers_end_when_the_uploader_is_disposed()
    {
        using var client = new RaceSystemClient(new Uri("http://127.0.0.1:9"));
        var uploader = new ReadUploader(client.Timing, Options());
        var waiting = uploader.EnqueueAsync(Batch(1), Cancel).AsTask();
        await uploader.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => waiting);
    }

    private static ReadUploaderOptions Options() => new()
    {
        MeetId = "m",
        DeviceId = "d",
        StreamId = "s",
        MaxUnackedBatches = 16,
        MinRetryDelay = TimeSpan.FromMilliseconds(1),
        MaxRetryDelay = TimeSpan.FromMilliseconds(10),
    };

    private static async Task EnqueueAsync(ReadUploader uploader, int first, int count)
    {
        for (var i = first; i < first + count; i++)
        {
            await uploader.EnqueueAsync(Batch(i), Cancel);
        }
    }

    private static ReadBatch Batch(int number)
    {
        var builder = new ReadBatchBuilder();
        builder.Add($"C{number}", number, -40, 1);
        return builder.Build();
    }

    private static void AssertHolds(FakeServer server, int count) =>
        Assert.Equal(Enumerable.Range(1, count).Select(i => ((long)i, $"C{i}")), server.Timing.Stream("s").Select(b => (b.Sequence, b.ChipCodes.Single())));
}
