namespace RaceSystem.Timing.EdgeAgent.Lanes;

/// <summary>
/// A range of a device's records on its way to Timing: one upload stream with sequences of its own. In a live lane a record
/// is a batch. In a merged lane a batch is as many records as fit, counted from <paramref name="First"/>: since the range is
/// closed, the same records always make the same batch, so the sequence that Timing has tells which records it has.
/// </summary>
/// <param name="Epoch">Epoch of the stream: drawn at random, never used again.</param>
/// <param name="First">Number of the first record.</param>
/// <param name="Last">Number of the last record; <see cref="Open"/> while the lane takes new ones.</param>
/// <param name="IsMerged">Whether batches are made of several records.</param>
/// <param name="Sequence">Batches that Timing has on disk.</param>
/// <param name="Record">Every record of the lane up to this is on Timing's disk; <c>First - 1</c> when none is.</param>
/// <param name="ReadsThroughRecord">Reads of the device up to that record.</param>
/// <param name="ReadsThroughLast">Reads of the device up to <paramref name="Last"/>; 0 while open.</param>
internal sealed record Lane(
    long Epoch,
    long First,
    long Last,
    bool IsMerged,
    long Sequence,
    long Record,
    long ReadsThroughRecord,
    long ReadsThroughLast)
{
    /// <summary>In place of the number of the last record.</summary>
    internal const long Open = long.MaxValue;

    internal bool IsOpen => Last == Open;

    /// <summary>Whether Timing has everything.</summary>
    internal bool IsDone => Record >= Last;

    /// <summary>A lane that takes what comes after a record.</summary>
    internal static Lane Live(long epoch, long after, long readsThrough) => new(epoch, after + 1, Open, false, 0, after, readsThrough, 0);

    /// <summary>A lane that catches up with a closed range.</summary>
    internal static Lane Merged(long epoch, long after, long readsThroughAfter, long last, long readsThroughLast) =>
        new(epoch, after + 1, last, true, 0, after, readsThroughAfter, readsThroughLast);

    /// <summary>The same, taking nothing more.</summary>
    internal Lane Close(long last, long readsThroughLast) => this with { Last = last, ReadsThroughLast = readsThroughLast };

    /// <summary>The same, with Timing further.</summary>
    internal Lane Reach(long sequence, long record, long readsThrough) => this with { Sequence = sequence, Record = record, ReadsThroughRecord = readsThrough };
}
