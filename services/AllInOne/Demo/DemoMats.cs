using RaceSystem.Client;
using RaceSystem.Kernel;
using RaceSystem.Timing.V1;

namespace RaceSystem.AllInOne.Demo;

/// <summary>One upload stream a reader, as edge agents at the road keep them open.</summary>
public sealed class DemoMats(TimingService.TimingServiceClient timing, string meetId) : IAsyncDisposable
{
    private readonly Dictionary<string, ReadUploader> _uploaders = new(StringComparer.Ordinal);

    /// <summary>Sends the reads from <paramref name="next"/> up to a moment; gives the index of the first one not sent.</summary>
    public async Task<int> SendAsync(IReadOnlyList<DemoRead> reads, int next, Instant until, CancellationToken cancellationToken)
    {
        var builders = new Dictionary<string, ReadBatchBuilder>(StringComparer.Ordinal);
        for (; next < reads.Count && reads[next].Time <= until; next++)
        {
            var read = reads[next];
            if (!builders.TryGetValue(read.DeviceId, out var builder))
            {
                builders[read.DeviceId] = builder = new ReadBatchBuilder();
            }

            builder.Add(read.Chip, read.Time.Micros, read.RssiDbm, read.Antenna);
            if (builder.IsFull)
            {
                await UploaderOf(read.DeviceId).EnqueueAsync(builder.Build(), cancellationToken).ConfigureAwait(false);
            }
        }

        foreach (var (deviceId, builder) in builders.Where(pair => pair.Value.Count > 0))
        {
            await UploaderOf(deviceId).EnqueueAsync(builder.Build(), cancellationToken).ConfigureAwait(false);
        }

        return next;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var uploader in _uploaders.Values)
        {
            await uploader.DisposeAsync().ConfigureAwait(false);
        }
    }

    private ReadUploader UploaderOf(string deviceId)
    {
        if (!_uploaders.TryGetValue(deviceId, out var uploader))
        {
            var target = new ReadUploaderOptions { MeetId = meetId, DeviceId = deviceId, StreamId = deviceId, Epoch = 1 };
            _uploaders[deviceId] = uploader = new ReadUploader(timing, target);
        }

        return uploader;
    }
}
