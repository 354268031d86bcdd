using System.Diagnostics;
using System.Globalization;
using Grpc.Core;
using RaceSystem.Changelog.V1;
using RaceSystem.Client;
using RaceSystem.Results.V1;
using RaceSystem.Timing.V1;

namespace RaceSystem.LoadTests;

/// <summary>Fills a meet, uploads with all devices at once, and waits until the standings contain everything.</summary>
internal sealed class UploadLoad(Uri server, LoadShape shape)
{
    private const int BatchReads = 2000;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly string _meetId = $"load-{Guid.NewGuid():N}"[..20];
    private long _changes;

    public async Task<int> RunAsync(TextWriter output, CancellationToken cancellationToken)
    {
        using var system = new RaceSystemClient(server);
        await MeetSetup.ApplyAsync(system, _meetId, shape, cancellationToken).ConfigureAwait(false);
        using var watching = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var watchers = Enumerable.Range(0, shape.Watchers).Select(_ => WatchAsync(system, watching.Token)).ToArray();

        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, shape.Devices).Select(device => Task.Run(() => UploadAsync(system, device, cancellationToken), cancellationToken))).ConfigureAwait(false);
        var uploaded = watch.Elapsed;
        await CatchUpAsync(system, cancellationToken).ConfigureAwait(false);
        var applied = watch.Elapsed;
        await watching.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(watchers).ConfigureAwait(false);
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{shape.Reads} reads: on disk after {uploaded.TotalSeconds:0.00} s ({shape.Reads / uploaded.TotalSeconds:0} reads/s), in the standings after {applied.TotalSeconds:0.00} s; {shape.Watchers} watchers got {_changes} messages.")).ConfigureAwait(false);
        return 0;
    }

    private async Task UploadAsync(RaceSystemClient system, int device, CancellationToken cancellationToken)
    {
        var options = new ReadUploaderOptions { MeetId = _meetId, DeviceId = LoadShape.DeviceOf(device), StreamId = $"load-{device}" };
        var uploader = new ReadUploader(system.Timing, options);
        await using (uploader.ConfigureAwait(false))
        {
            var builder = new ReadBatchBuilder();
            for (var runner = 1; runner <= shape.Runners; runner++)
            {
                for (var read = 0; read < shape.ReadsPerCrossing; read++)
                {
                    builder.Add(LoadShape.ChipOf(runner), LoadShape.TimeOf(device, runner, read), -40 - read, 1);
                    if (builder.Count == BatchReads)
                    {
                        await uploader.EnqueueAsync(builder.Build(), cancellationToken).ConfigureAwait(false);
                    }
                }
            }

            if (builder.Count > 0)
            {
                await uploader.EnqueueAsync(builder.Build(), cancellationToken).ConfigureAwait(false);
            }

            await uploader.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task CatchUpAsync(RaceSystemClient system, CancellationToken cancellationToken)
    {
        var head = await system.TimingChangelog.GetLogHeadAsync(new GetLogHeadRequest { Owner = "timing", MeetId = _meetId }, cancellationToken: cancellationToken).ConfigureAwait(false);
        while ((await system.Results.GetMeetProgressAsync(new GetMeetProgressRequest { MeetId = _meetId }, cancellationToken: cancellationToken).ConfigureAwait(false)).TimingSequence < head.Head.Sequence)
        {
            await Task.Delay(Pause, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task WatchAsync(RaceSystemClient system, CancellationToken cancellationToken)
    {
        try
        {
            using var call = system.Results.WatchStandings(new WatchStandingsRequest { MeetId = _meetId, RaceId = LoadShape.RaceId }, cancellationToken: cancellationToken);
            await foreach (var message in call.ResponseStream.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            {
                Interlocked.Increment(ref _changes);
            }
        }
        catch (Exception exception) when (cancellationToken.IsCancellationRequested && exception is RpcException or OperationCanceledException)
        {
            // The end of the run; whoever watches is told so.
            return;
        }
    }
}
