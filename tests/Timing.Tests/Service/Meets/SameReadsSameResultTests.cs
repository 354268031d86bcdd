using RaceSystem.Testing;
using RaceSystem.Timing.Tests.Core.Meets;
using RaceSystem.Timing.V1;

namespace RaceSystem.Timing.Tests.Service.Meets;

/// <summary>Invariant 3 through gRPC and the database, with instances that restart and compete.</summary>
public sealed class SameReadsSameResultTests(Databases databases)
{
    [Theory]
    [MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Concurrent_streams_in_any_order_give_the_log_of_the_oracle(string kind)
    {
        var random = Seed.NextRandom();
        await using var host = await TimingHost.StartAsync(await databases.CreateAsync(kind));
        await host.ApplyPointsAsync();
        var reads = RandomUpload.Reads(random, 3_000);
        var batches = RandomUpload.Devices.Select(device => (device, RandomUpload.Batches(reads, device, random))).ToList();
        await Task.WhenAll(batches.Select(stream => SendAsync(host, stream.device, stream.Item2)));
        Expected.Same(Expected.Log(reads), await host.PassingsInLogAsync());
    }

    [Theory]
    [MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Two_instances_on_one_database_take_turns_and_agree(string kind)
    {
        var random = Seed.NextRandom();
        var database = await databases.CreateAsync(kind);
        await using var left = await TimingHost.StartAsync(database);
        await using var right = await TimingHost.StartAsync(database);
        await left.ApplyPointsAsync();
        var reads = RandomUpload.Reads(random, 1_500);

        // Each stream jumps between the instances at random, and both write at the same time.
        await Task.WhenAll(RandomUpload.Devices.Select(device => JumpAsync([left, right], device, RandomUpload.Batches(reads, device, random), new Random(random.Next()))));
        await right.ApplyPointsAsync(TimeRule.Last, backupOffset: TimeSpan.FromMilliseconds(300));
        Expected.Same(Expected.Log(reads, RaceSystem.Timing.Core.Passings.TimeRule.Last, 300_000), await left.PassingsInLogAsync());

        // The settings that the right one changed hold on the left one too.
        using var upload = await Upload.OpenAsync(left.Client, stream: "late");
        await upload.SendDurablyAsync(Upload.Batch(1, ("C1", 500_000), ("C1", 500_700)));
        var late = new[] { 500_000L, 500_700L }.Select(millis => new GivenRead("finish", "C1", "d-finish", Upload.Midnight + (millis * 1_000), 0, 0));
        Expected.Same(Expected.Log(reads.Concat(late), RaceSystem.Timing.Core.Passings.TimeRule.Last, 300_000), await right.PassingsInLogAsync());
    }

    [Theory]
    [MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Memory_that_was_put_out_or_a_new_process_goes_on_from_the_raw_log(string kind)
    {
        var random = Seed.NextRandom();
        var database = await databases.CreateAsync(kind);
        var reads = RandomUpload.Reads(random, 1_000);
        var batches = RandomUpload.Batches(reads, "d-finish", random);
        await using (var first = await TimingHost.StartAsync(database))
        {
            await first.ApplyPointsAsync();
            await SendAsync(first, "d-finish", batches[..(batches.Count / 3)]);
            await first.Meets.WriterOf(TimingHost.Meet).EvictAsync(TestContext.Current.CancellationToken);
            Assert.False(first.Meets.WriterOf(TimingHost.Meet).IsResident);
            await SendAsync(first, "d-finish", batches[..(batches.Count / 2)]);
        }

        await using var second = await TimingHost.StartAsync(database);
        await SendAsync(second, "d-finish", batches);
        Expected.Same(Expected.Log(reads.Where(read => read.Device == "d-finish")), await second.PassingsInLogAsync());
    }

    private static async Task SendAsync(TimingHost host, string device, List<ReadBatch> batches)
    {
        using var upload = await Upload.OpenAsync(host.Client, device);
        foreach (var batch in batches)
        {
            if (batch.Sequence > upload.Durable)
            {
                await upload.SendAsync(batch);
            }
        }

        await upload.CompleteAsync();
        Assert.Equal(batches.Count, upload.Durable);
    }

    private static async Task JumpAsync(TimingHost[] hosts, string device, List<ReadBatch> batches, Random random)
    {
        for (var sent = 0; sent < batches.Count;)
        {
            using var upload = await Upload.OpenAsync(hosts[random.Next(hosts.Length)].Client, device);
            Assert.Equal(sent, upload.Durable);
            var part = Math.Min(random.Next(1, 8), batches.Count - sent);
            foreach (var batch in batches.GetRange(sent, part))
            {
                await upload.SendAsync(batch);
            }

            await upload.CompleteAsync();
            sent += part;
        }
    }
}
