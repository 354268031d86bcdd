namespace RaceSystem.Timing.EdgeAgent.Upload;

/// <summary>
/// How many batches may be on their way. A lane that catches up keeps so few that an ack takes about
/// <see cref="Target"/>: on a thin link live reads then wait at most that long behind it. For one thread at a time.
/// </summary>
internal sealed class SendWindow
{
    /// <summary>From sending a batch to its ack.</summary>
    internal static readonly TimeSpan Target = TimeSpan.FromMilliseconds(500);

    private readonly Queue<(long Sequence, long SentAt)> _sent = new();
    private readonly TimeProvider _time;
    private readonly int _smallest;
    private readonly int _largest;
    private int _size;

    internal SendWindow(TimeProvider time, int smallest, int largest)
    {
        (_time, _smallest, _largest) = (time, smallest, largest);
        _size = smallest;
    }

    internal bool IsFull => _sent.Count >= _size;

    internal void Sent(long sequence) => _sent.Enqueue((sequence, _time.GetTimestamp()));

    /// <summary>Batches up to a sequence are acknowledged.</summary>
    internal void Acknowledged(long sequence)
    {
        while (_sent.TryPeek(out var oldest) && oldest.Sequence <= sequence)
        {
            _sent.Dequeue();
            var took = _time.GetElapsedTime(oldest.SentAt);
            _size = took > Target ? Math.Max(_smallest, _size / 2) : Math.Min(_largest, _size + 1);
        }
    }
}
