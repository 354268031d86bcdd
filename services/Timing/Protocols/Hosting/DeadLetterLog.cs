using RaceSystem.Kernel;

namespace RaceSystem.Timing.Protocols.Hosting;

/// <summary>
/// The newest dead letters of all decoders: at most <see cref="MaxLetters"/>, at most <see cref="MaxBytes"/> of frames and
/// reasons. Safe to use from several threads.
/// </summary>
/// <param name="clock">Stamps them.</param>
public sealed class DeadLetterLog(TimeProvider clock)
{
    /// <summary>Letters that are kept.</summary>
    public const int MaxLetters = 1_000;

    /// <summary>Bytes that are kept.</summary>
    public const int MaxBytes = 1 << 20;

    private const int MaxReasonLength = 300;

    private readonly Lock _lock = new();
    private readonly LinkedList<DeadLetter> _letters = [];
    private long _total;
    private long _bytes;

    /// <summary>All that came, also those no longer kept.</summary>
    public long Total => Interlocked.Read(ref _total);

    /// <summary>Adds one; the same again right after itself only counts as a repetition.</summary>
    public void Add(string decoderId, string reason, ReadOnlySpan<byte> bytes)
    {
        ArgumentNullException.ThrowIfNull(reason);
        var kept = bytes[..Math.Min(bytes.Length, RejectedFrame.MaxBytes)];
        var said = reason.Length > MaxReasonLength ? reason[..MaxReasonLength] : reason;
        var now = Instant.From(clock.GetUtcNow());
        lock (_lock)
        {
            _total++;
            if (_letters.First is { Value: var newest } node && newest.DecoderId == decoderId && newest.Reason == said && newest.Bytes.Span.SequenceEqual(kept))
            {
                node.Value = newest with { Time = now, Repeats = newest.Repeats + 1 };
                return;
            }

            _letters.AddFirst(new DeadLetter(_total, now, decoderId, said, kept.ToArray()));
            _bytes += SizeOf(_letters.First!.Value);
            while (_letters.Count > MaxLetters || _bytes > MaxBytes)
            {
                _bytes -= SizeOf(_letters.Last!.Value);
                _letters.RemoveLast();
            }
        }
    }

    /// <summary>What is kept, the newest first.</summary>
    public IReadOnlyList<DeadLetter> Snapshot()
    {
        lock (_lock)
        {
            return [.. _letters];
        }
    }

    private static int SizeOf(DeadLetter letter) => letter.Bytes.Length + (sizeof(char) * letter.Reason.Length);
}
