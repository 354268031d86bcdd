using RaceSystem.Timing.Protocols.Framing;

namespace RaceSystem.Timing.Protocols.RaceResult;

/// <summary>
/// The passings of one connection: takes them in the order of their numbers, asks for those that are missing, one question
/// at a time, and remembers what is stored.
/// </summary>
internal sealed class RaceResultPassings(DecoderSessionContext context, RaceResultParser parser, LineWriter writer)
{
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(30);
    private readonly BatchBuffer _buffer = new(context.Sink);
    private readonly PassingNumbers _numbers = new(context.Memory);
    private bool _isCounted;
    private bool _isFetching;
    private long _fetchedAt;

    /// <summary>The decoder told how many passings which file has.</summary>
    public void Count(long count, long? file)
    {
        _isCounted = true;
        _numbers.Count(count, file);
    }

    /// <summary>Stores what was taken.</summary>
    public async Task StoreAsync(CancellationToken cancellationToken)
    {
        await _buffer.StoreAsync(cancellationToken).ConfigureAwait(false);
        _numbers.Stored();
    }

    /// <summary>Takes a record, pushed or fetched.</summary>
    public async Task TakeAsync(string line, Frame frame, CancellationToken cancellationToken)
    {
        if (parser.Parse(line) is not { } passing)
        {
            Reject("this is no passing record", frame);
            return;
        }

        var wasFetched = _isFetching && line[0] != '#';
        if (_numbers.Take(passing.Number, passing.File, wasFetched, out var missing))
        {
            Collect(passing, frame);
        }

        if (missing > 0)
        {
            Reject($"the decoder does not have the {missing} passings before number {passing.Number}", frame);
        }

        if (_buffer.IsFull)
        {
            await StoreAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>A blank line came, which ends the answer to a fetch.</summary>
    public void EndFetch(Frame frame)
    {
        if (!_isFetching)
        {
            return;
        }

        _isFetching = false;
        if (_numbers.EndFetch())
        {
            Reject($"the decoder does not have the passings before number {_numbers.Last + 1} that it counts", frame);
        }
    }

    /// <summary>Asks for what is missing; true when the passings are counted and none is.</summary>
    public async Task<bool> FetchAsync(CancellationToken cancellationToken)
    {
        if (_isFetching || !_numbers.HasGap)
        {
            return _isCounted && !_isFetching;
        }

        (_isFetching, _fetchedAt) = (true, context.Clock.GetTimestamp());
        await writer.WriteAsync(_numbers.Fetch(), cancellationToken).ConfigureAwait(false);
        return false;
    }

    /// <summary>Ends the session when a fetch is not answered.</summary>
    public void CheckAnswer()
    {
        if (_isFetching && context.Clock.GetElapsedTime(_fetchedAt) > LongestAnswer)
        {
            throw new TimeoutException($"The decoder did not answer for passings within {LongestAnswer.TotalSeconds} s.");
        }
    }

    private void Collect(RaceResultPassing passing, Frame frame)
    {
        if (passing.Value is { } read)
        {
            _buffer.Add(passing.Location, read);
        }
        else if (passing.Marker is { } marker)
        {
            _buffer.Add(passing.Location, marker);
        }
        else
        {
            Reject(passing.Problem, frame);
        }
    }

    private void Reject(string reason, Frame frame) => context.Sink.Reject(RejectedFrame.Of(reason, frame.Bytes));
}
