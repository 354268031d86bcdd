namespace RaceSystem.Timing.Core.Streams;

/// <summary>
/// The last sequence taken from each source of a meet; sequences count from 1 without a gap inside (stream, epoch).
/// Not thread-safe.
/// </summary>
public sealed class StreamPositions
{
    private readonly Dictionary<(string StreamId, long Epoch), long> _last = [];

    /// <summary>The last sequence taken; 0 before the first.</summary>
    public long LastOf(string streamId, long epoch) => _last.GetValueOrDefault((streamId, epoch));

    /// <summary>What to do with a batch.</summary>
    public SequenceVerdict Judge(string streamId, long epoch, long sequence)
    {
        var last = LastOf(streamId, epoch);
        return sequence <= last ? SequenceVerdict.Duplicate
            : sequence == last + 1 ? SequenceVerdict.Next
            : SequenceVerdict.Gap;
    }

    /// <summary>Remembers that a batch was taken.</summary>
    public void Advance(string streamId, long epoch, long sequence) => _last[(streamId, epoch)] = sequence;
}
