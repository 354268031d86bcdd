namespace RaceSystem.Timing.Protocols.Emulation;

/// <summary>
/// Decides from a seed how an emulated decoder and its line misbehave. Each kind of fault has a random sequence of its own,
/// so that a decision of one kind does not move those of another. Safe to use from several threads.
/// </summary>
/// <param name="faults">How badly.</param>
/// <param name="seed">Decides every random thing.</param>
/// <param name="clock">Waiting.</param>
public sealed class FaultInjector(EmulatorFaults faults, int seed, TimeProvider clock)
{
    /// <summary>
    /// Breaks of one line; then it holds. A decoder that has to send a long stretch again after each break would never come
    /// to its end otherwise.
    /// </summary>
    public const int MaxBreaks = 100;

    private readonly Lock _lock = new();
    private readonly Random _jitter = Sequence(seed, 1);
    private readonly Random _break = Sequence(seed, 2);
    private readonly Random _hesitation = Sequence(seed, 3);
    private readonly Random _malformed = Sequence(seed, 4);
    private readonly Random _repetition = Sequence(seed, 5);
    private readonly Random _garbage = Sequence(seed, 6);
    private int _breaks;

    /// <summary>Waits as long as the next frame is late.</summary>
    public Task BeLateAsync(CancellationToken cancellationToken) => WaitAsync(_jitter, faults.Jitter, cancellationToken);

    /// <summary>Waits as long as the decoder does not look at the answer that came.</summary>
    public Task HesitateAsync(CancellationToken cancellationToken) => WaitAsync(_hesitation, faults.SlowAck, cancellationToken);

    /// <summary>Whether the connection breaks after the frame that was sent.</summary>
    public bool BreaksNow() => Volatile.Read(ref _breaks) < MaxBreaks && Happens(_break, faults.DisconnectShare) && Interlocked.Increment(ref _breaks) <= MaxBreaks;

    /// <summary>Whether something broken comes before the next frame.</summary>
    public bool IsPrecededByGarbage() => Happens(_malformed, faults.MalformedShare);

    /// <summary>Whether the frame comes once more.</summary>
    public bool ComesTwice() => Happens(_repetition, faults.RepeatShare);

    /// <summary>
    /// A frame of text that means nothing: it begins with "?!" and holds printable characters, without the delimiter.
    /// </summary>
    /// <param name="without">Characters that must not be in it: delimiters of frames.</param>
    public string TextGarbage(string without = "")
    {
        const string Printable = "?!abcxyzABCXYZ0123456789 .,:;-_|@~=$\"'{}[]<>/\\%&*";
        lock (_lock)
        {
            var length = _garbage.Next(1, 60);
            var text = "?!" + string.Concat(Enumerable.Range(0, length).Select(_ => Printable[_garbage.Next(Printable.Length)]));
            return string.Concat(text.Where(character => !without.Contains(character, StringComparison.Ordinal)));
        }
    }

    /// <summary>Bytes that mean nothing, 1 to <paramref name="longest"/>.</summary>
    public byte[] BinaryGarbage(int longest = 64)
    {
        lock (_lock)
        {
            var bytes = new byte[_garbage.Next(1, longest + 1)];
            _garbage.NextBytes(bytes);
            return bytes;
        }
    }

    private static Random Sequence(int seed, int kind) => new(unchecked((seed * 31) + (kind * 7_919)));

    private bool Happens(Random sequence, double share)
    {
        if (share <= 0)
        {
            return false;
        }

        lock (_lock)
        {
            return sequence.NextDouble() < share;
        }
    }

    private Task WaitAsync(Random sequence, TimeSpan longest, CancellationToken cancellationToken)
    {
        if (longest <= TimeSpan.Zero)
        {
            return Task.CompletedTask;
        }

        TimeSpan wait;
        lock (_lock)
        {
            wait = longest * sequence.NextDouble();
        }

        return Task.Delay(wait, clock, cancellationToken);
    }
}
