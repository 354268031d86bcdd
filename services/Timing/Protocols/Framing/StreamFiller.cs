namespace RaceSystem.Timing.Protocols.Framing;

/// <summary>
/// Receives from a connection into one buffer, so that a session can use up what came before it waits for more: what it
/// has collected is then on disk while it waits. Not thread-safe.
/// </summary>
/// <param name="stream">The connection.</param>
/// <param name="limits">How long a silence may last.</param>
/// <param name="clock">For the silence.</param>
internal sealed class StreamFiller(Stream stream, SessionLimits limits, TimeProvider clock)
{
    private readonly byte[] _buffer = new byte[32 * 1024];
    private int _start;
    private int _end;

    /// <summary>What came and was not used yet.</summary>
    public ReadOnlySpan<byte> Received => _buffer.AsSpan(_start, _end - _start);

    /// <summary>How long <see cref="FillAsync"/> waited the last time.</summary>
    public TimeSpan LastWait { get; private set; }

    /// <summary>Marks bytes of <see cref="Received"/> as used.</summary>
    public void Use(int count) => _start += count;

    /// <summary>Waits for bytes, when all that came was used; false at the end of the stream.</summary>
    public async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        var from = clock.GetTimestamp();
        using var idle = new CancellationTokenSource(limits.IdleTimeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(idle.Token, cancellationToken);
        try
        {
            (_start, _end) = (0, 0);
            _end = await stream.ReadAsync(_buffer, either.Token).ConfigureAwait(false);
            LastWait = clock.GetElapsedTime(from);
            return _end > 0;
        }
        catch (OperationCanceledException) when (idle.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"Nothing came for {limits.IdleTimeout.TotalSeconds} s.");
        }
    }
}
