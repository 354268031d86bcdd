using RaceSystem.Kernel;
using RaceSystem.Timing.Protocols;
using RaceSystem.Timing.Protocols.Clocks;

namespace RaceSystem.Timing.Tests.Protocols;

/// <summary>
/// A sink in memory that holds every session to the bounds of <see cref="DecodedBatch"/> and its like; a breach throws an
/// exception that no session may let through. It can be held, so that a test sees what is said before a batch is stored.
/// </summary>
public sealed class RecordingSink : IDecoderSink
{
    private readonly Lock _lock = new();
    private readonly List<DecodedBatch> _batches = [];
    private readonly List<RejectedFrame> _rejected = [];
    private readonly List<(string Location, ClockSample Sample)> _samples = [];
    private readonly List<DecoderStatus> _reports = [];
    private TaskCompletionSource? _hold;
    private int _waiting;

    /// <summary>Decides whether a batch is refused with a <see cref="DecoderSinkException"/>.</summary>
    public Func<DecodedBatch, bool> Refuses { get; set; } = _ => false;

    /// <summary>Keep only counts: for fuzzing.</summary>
    public bool Forgets { get; init; }

    public IReadOnlyList<DecodedBatch> Batches => Copy(_batches);

    public IReadOnlyList<RejectedFrame> Rejected => Copy(_rejected);

    public IReadOnlyList<(string Location, ClockSample Sample)> Samples => Copy(_samples);

    public IReadOnlyList<DecoderStatus> Reports => Copy(_reports);

    public IReadOnlyList<DecodedRead> Reads => [.. Batches.SelectMany(batch => batch.Reads)];

    public IReadOnlyList<DecodedMarker> Markers => [.. Batches.SelectMany(batch => batch.Markers)];

    /// <summary>Batches that wait because the sink is held.</summary>
    public int Waiting => Volatile.Read(ref _waiting);

    /// <summary>From now on batches wait.</summary>
    public void Hold() => _hold = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Stores what waits.</summary>
    public void Release()
    {
        var hold = _hold;
        _hold = null;
        hold?.SetResult();
    }

    public async Task StoreAsync(DecodedBatch batch, CancellationToken cancellationToken)
    {
        Check(batch);
        if (_hold is { } hold)
        {
            Interlocked.Increment(ref _waiting);
            await hold.Task.WaitAsync(cancellationToken);
            Interlocked.Decrement(ref _waiting);
        }

        if (Refuses(batch))
        {
            throw new DecoderSinkException("The test refuses this batch.");
        }

        Add(_batches, batch);
    }

    public void Reject(RejectedFrame frame)
    {
        Require(frame.Reason.Length is > 0 and <= 500, "a rejected frame has a reason of at most 500 characters");
        Require(frame.Bytes.Length <= RejectedFrame.MaxBytes, "a rejected frame is cut");
        Add(_rejected, frame);
    }

    public void SampleClock(string location, ClockSample sample) => Add(_samples, (location, sample));

    public void Report(DecoderStatus status)
    {
        Require(status.Name is null or { Length: <= 100 }, "a decoder's name has at most 100 characters");
        Add(_reports, status);
    }

    private static void Check(DecodedBatch batch)
    {
        Require(batch.Location.Length <= 100, "a location has at most 100 characters");
        Require(batch.Reads.Count <= DecodedBatch.MaxReads, "a batch has at most 1,000 reads");
        Require(batch.Markers.Count <= 100, "a batch has at most 100 markers");
        Require(batch.Reads.Count + batch.Markers.Count > 0, "an empty batch is not stored");
        Require(batch.Reads.All(read => ChipCode.TryParse(read.Chip, out var chip) && chip.Text == read.Chip), "chips are chip codes in upper case");
        Require(batch.Markers.All(marker => marker.Name.Length <= 100), "a marker's name has at most 100 characters");
    }

    private static void Require(bool condition, string rule)
    {
        if (!condition)
        {
            throw new InvalidOperationException($"The session broke a bound: {rule}.");
        }
    }

    private void Add<T>(List<T> list, T value)
    {
        lock (_lock)
        {
            if (!Forgets)
            {
                list.Add(value);
            }
        }
    }

    private IReadOnlyList<T> Copy<T>(List<T> list)
    {
        lock (_lock)
        {
            return [.. list];
        }
    }
}
