namespace RaceSystem.Timing.Protocols;

/// <summary>
/// Collects what a session decodes until it is stored, at most <see cref="DecodedBatch.MaxReads"/> items: many frames that
/// come at once cost one write. Not thread-safe.
/// </summary>
/// <param name="sink">Takes the batches.</param>
public sealed class BatchBuffer(IDecoderSink sink)
{
    private const int MaxMarkers = 100;
    private readonly Dictionary<string, (List<DecodedRead> Reads, List<DecodedMarker> Markers)> _byLocation = new(StringComparer.Ordinal);
    private int _reads;
    private int _markers;

    /// <summary>Whether it must be stored before more is added.</summary>
    public bool IsFull => _reads >= DecodedBatch.MaxReads || _markers >= MaxMarkers;

    /// <summary>Collects a read.</summary>
    public void Add(string location, DecodedRead read)
    {
        At(location).Reads.Add(read);
        _reads++;
    }

    /// <summary>Collects a marker.</summary>
    public void Add(string location, DecodedMarker marker)
    {
        At(location).Markers.Add(marker);
        _markers++;
    }

    /// <summary>Stores what was collected, a batch for each location; returns when all of it is on disk.</summary>
    public async Task StoreAsync(CancellationToken cancellationToken)
    {
        foreach (var (location, (reads, markers)) in _byLocation)
        {
            await sink.StoreAsync(new DecodedBatch(location, reads, markers), cancellationToken).ConfigureAwait(false);
        }

        _byLocation.Clear();
        (_reads, _markers) = (0, 0);
    }

    private (List<DecodedRead> Reads, List<DecodedMarker> Markers) At(string location)
    {
        if (!_byLocation.TryGetValue(location, out var lists))
        {
            _byLocation[location] = lists = ([], []);
        }

        return lists;
    }
}
