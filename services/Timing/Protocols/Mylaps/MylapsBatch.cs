using System.Text;

namespace RaceSystem.Timing.Protocols.Mylaps;

/// <summary>Gathers the records of one message and stores them within the bounds of a batch.</summary>
internal sealed class MylapsBatch(DecoderSessionContext context, string location)
{
    private const int MaxMarkers = 100;
    private readonly List<DecodedRead> _reads = [];
    private readonly List<DecodedMarker> _markers = [];

    /// <summary>Takes a record of a message with this function; rejects one that makes no sense.</summary>
    public async Task AddAsync(string function, string record, CancellationToken cancellationToken)
    {
        DecodedRead read = default;
        DecodedMarker marker = default;
        string problem;
        var isRead = function switch
        {
            "Store" => MylapsParser.TryStore(record, context.Times, out read, out problem),
            "Passing" => MylapsParser.TryPassing(record, context.Times, out read, out problem),
            _ => MylapsParser.TryMarker(record, context.Times, out marker, out problem),
        };
        if (!isRead)
        {
            context.Sink.Reject(RejectedFrame.Of(problem, Encoding.UTF8.GetBytes(record)));
            return;
        }

        if (function == "Marker")
        {
            _markers.Add(marker);
        }
        else
        {
            _reads.Add(read);
        }

        if (_reads.Count == DecodedBatch.MaxReads || _markers.Count == MaxMarkers)
        {
            await StoreAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Stores what is gathered.</summary>
    public async Task StoreAsync(CancellationToken cancellationToken)
    {
        if (_reads.Count + _markers.Count == 0)
        {
            return;
        }

        await context.Sink.StoreAsync(new DecodedBatch(location, [.. _reads], [.. _markers]), cancellationToken).ConfigureAwait(false);
        _reads.Clear();
        _markers.Clear();
    }
}
