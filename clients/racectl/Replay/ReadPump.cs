using RaceSystem.Client;

namespace RaceSystem.Racectl.Replay;

/// <summary>Sends the reads of one device, in batches, at the replay's pace.</summary>
internal sealed class ReadPump(ReadSource source, string[] chips, ReplayPace pace, ReadUploader uploader, Action<long> progress)
{
    private const int BatchReads = 2000;

    private readonly ReadBatchBuilder _builder = new();

    /// <summary>Reads sent; all of them are on Timing's disk.</summary>
    public async Task<long> RunAsync(CancellationToken cancellationToken)
    {
        var sent = 0L;
        foreach (var read in source.Reads())
        {
            while (!pace.IsDue(read.DeliveryUs))
            {
                await SendAsync(cancellationToken).ConfigureAwait(false);
                await pace.WaitAsync(read.DeliveryUs, cancellationToken).ConfigureAwait(false);
            }

            _builder.Add(chips[read.Row], ReplayPlan.Gun.Micros + read.TimeUs, read.RssiDbm, read.Antenna);
            sent++;
            if (_builder.Count == BatchReads)
            {
                await SendAsync(cancellationToken).ConfigureAwait(false);
            }
        }

        await SendAsync(cancellationToken).ConfigureAwait(false);
        await uploader.FlushAsync(cancellationToken).ConfigureAwait(false);
        return sent;
    }

    private async Task SendAsync(CancellationToken cancellationToken)
    {
        if (_builder.Count > 0)
        {
            progress(_builder.Count);
            await uploader.EnqueueAsync(_builder.Build(), cancellationToken).ConfigureAwait(false);
        }
    }
}
