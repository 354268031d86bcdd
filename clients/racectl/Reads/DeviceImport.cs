using RaceSystem.Client;
using RaceSystem.Timing.Protocols;
using RaceSystem.Timing.V1;

namespace RaceSystem.Racectl.Reads;

/// <summary>
/// One device's part of a file on its way to Timing. Batches are cut in the same way every time and carry their own
/// sequence, so that what is on Timing's disk already is left out.
/// </summary>
internal sealed class DeviceImport(ReadUploader uploader) : IAsyncDisposable
{
    private readonly ReadBatchBuilder _builder = new();
    private long _sequence;

    /// <summary>Reads that were new to Timing, as far as acknowledged.</summary>
    public long NewReadCount => uploader.NewReadCount;

    public ValueTask AddAsync(DecodedRead read, CancellationToken cancellationToken)
    {
        _builder.Add(read.Chip, read.TimeMicros, read.RssiDbm, read.Antenna);
        return _builder.IsFull ? SendAsync(cancellationToken) : default;
    }

    public ValueTask AddAsync(DecodedMarker marker, CancellationToken cancellationToken)
    {
        _builder.AddMarker(new Marker
        {
            TimeUs = marker.TimeMicros,
            Kind = marker.Kind == Timing.Protocols.MarkerKind.Gun ? Timing.V1.MarkerKind.Gun : Timing.V1.MarkerKind.Other,
            Name = marker.Name,
        });
        return _builder.IsFull ? SendAsync(cancellationToken) : default;
    }

    /// <summary>Sends what is left and waits until everything is on Timing's disk.</summary>
    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        if (_builder.Count + _builder.MarkerCount > 0)
        {
            await SendAsync(cancellationToken).ConfigureAwait(false);
        }

        await uploader.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    public ValueTask DisposeAsync() => uploader.DisposeAsync();

    private ValueTask SendAsync(CancellationToken cancellationToken)
    {
        var batch = _builder.Build();
        batch.Sequence = ++_sequence;
        return uploader.EnqueueAsync(batch, cancellationToken);
    }
}
