using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using RaceSystem.Client;
using RaceSystem.Timing.EdgeAgent.Spool;
using RaceSystem.Timing.EdgeAgent.Spool.Disk;
using RaceSystem.Timing.EdgeAgent.Upload;
using RaceSystem.Timing.Protocols;
using RaceSystem.Timing.V1;

namespace RaceSystem.LoadTests;

/// <summary>
/// A day that an edge agent spooled while the server was away, and the upload when it comes back; before it, how long a
/// batch of a decoder waits for the disk.
/// </summary>
internal sealed class SpooledDay(Uri server, LoadShape shape, int readsPerRecord, string folder)
{
    private const int RecordsPerGroup = 64;
    private const int Connections = 8;
    private const int BatchesPerConnection = 2_000;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly string _meetId = $"edge-{Guid.NewGuid():N}"[..20];

    public async Task<int> RunAsync(TextWriter output, CancellationToken cancellationToken)
    {
        using var system = new RaceSystemClient(server);
        await MeetSetup.ApplyAsync(system, _meetId, shape, cancellationToken).ConfigureAwait(false);
        using var disk = new FolderDisk(Path.Combine(folder, _meetId));
        using var spool = ReadSpool.Open(disk, new SpoolSettings(_meetId, 64 << 20, TimeSpan.FromDays(7), 4L << 30), TimeProvider.System);
        spool.Maintain();
        foreach (var (name, gap) in ((string, TimeSpan)[])[("as fast as it goes", TimeSpan.Zero), ("100 batches/s each", TimeSpan.FromMilliseconds(10))])
        {
            await output.WriteLineAsync(await JournalAsync(spool, name, gap, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
        }

        var watch = Stopwatch.StartNew();
        Fill(spool);
        var spooled = watch.Elapsed;
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{shape.Reads} reads spooled in {spooled.TotalSeconds:0.00} s ({shape.Reads / spooled.TotalSeconds:0} reads/s), {spool.Bytes >> 20} MiB in {spool.SegmentCount} segments")).ConfigureAwait(false);

        watch.Restart();
        await UploadAsync(system, spool, cancellationToken).ConfigureAwait(false);
        var uploaded = watch.Elapsed;
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{shape.Reads} reads on the server's disk after {uploaded.TotalSeconds:0.00} s ({shape.Reads / uploaded.TotalSeconds:0} reads/s); processor time of this side {Environment.CpuUsage.TotalTime.TotalSeconds:0.0} s in all")).ConfigureAwait(false);
        return 0;
    }

    private static async Task<string> JournalAsync(ReadSpool spool, string name, TimeSpan gap, CancellationToken cancellationToken)
    {
        using var journal = new ReadJournal(spool, TimeProvider.System, NullLogger<ReadJournal>.Instance);
        var times = await Task.WhenAll(Enumerable.Range(0, Connections).Select(connection => Task.Run(() => StoreAsync(journal, connection, gap, cancellationToken), cancellationToken))).ConfigureAwait(false);
        var sorted = times.SelectMany(each => each).Order().ToList();
        double At(double share) => sorted[(int)((sorted.Count - 1) * share)].TotalMilliseconds;
        return string.Create(CultureInfo.InvariantCulture, $"journal, {Connections} connections, {name}: p50 {At(0.5):0.00} ms, p99 {At(0.99):0.00} ms, p99.9 {At(0.999):0.00} ms, max {At(1):0.00} ms");
    }

    private static async Task<List<TimeSpan>> StoreAsync(ReadJournal journal, int connection, TimeSpan gap, CancellationToken cancellationToken)
    {
        var times = new List<TimeSpan>(BatchesPerConnection);
        using var timer = gap > TimeSpan.Zero ? new PeriodicTimer(gap) : null;
        for (var i = 0; i < BatchesPerConnection; i++)
        {
            var reads = Enumerable.Range(0, 10).Select(read => new DecodedRead($"J{connection}X{i}", 1_736_064_000_000_000 + (i * 10_000L) + read, -60, 1)).ToList();
            var began = Stopwatch.GetTimestamp();
            await journal.StoreAsync(LoadShape.DeviceOf(0), new DecodedBatch("", reads, []), cancellationToken).ConfigureAwait(false);
            times.Add(Stopwatch.GetElapsedTime(began));
            if (timer is not null)
            {
                await timer.WaitForNextTickAsync(cancellationToken).ConfigureAwait(false);
            }
        }

        return times;
    }

    /// <summary>All crossings, each device's in small records as decoders send them.</summary>
    private void Fill(ReadSpool spool)
    {
        var group = new List<(string DeviceId, ReadBatch Batch)>();
        for (var device = 0; device < shape.Devices; device++)
        {
            var builder = new ReadBatchBuilder();
            for (var runner = 1; runner <= shape.Runners; runner++)
            {
                for (var read = 0; read < shape.ReadsPerCrossing; read++)
                {
                    builder.Add(LoadShape.ChipOf(runner), LoadShape.TimeOf(device, runner, read), -40 - read, 1);
                    if (builder.Count == readsPerRecord)
                    {
                        group.Add((LoadShape.DeviceOf(device), builder.Build()));
                    }
                }

                if (group.Count >= RecordsPerGroup)
                {
                    spool.Append(group);
                    group.Clear();
                }
            }

            if (builder.Count > 0)
            {
                group.Add((LoadShape.DeviceOf(device), builder.Build()));
            }
        }

        if (group.Count > 0)
        {
            spool.Append(group);
        }
    }

    private async Task UploadAsync(RaceSystemClient live, ReadSpool spool, CancellationToken cancellationToken)
    {
        using var catchUp = new RaceSystemClient(server);
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var uploaders = Enumerable.Range(0, shape.Devices).Select(LoadShape.DeviceOf).Select(device => new DeviceUploader(
            new LaneTarget(live.Timing, _meetId, device),
            new LaneTarget(catchUp.Timing, _meetId, device),
            spool,
            new RefusedBatches(folder, device, TimeProvider.System),
            () => new DeviceReport(),
            TimeProvider.System,
            NullLogger.Instance)).ToList();
        var running = Task.WhenAll(uploaders.Select(uploader => uploader.RunAsync(stopping.Token)));
        while (uploaders.Exists(uploader => spool.With(uploader.DeviceId, lanes => lanes.UnsentReads) > 0))
        {
            await Task.Delay(Pause, cancellationToken).ConfigureAwait(false);
        }

        await stopping.CancelAsync().ConfigureAwait(false);
        await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
