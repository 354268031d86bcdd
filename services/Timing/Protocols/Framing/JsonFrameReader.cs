namespace RaceSystem.Timing.Protocols.Framing;

/// <summary>Reads the JSON of a connection. Not thread-safe.</summary>
/// <param name="stream">The connection.</param>
/// <param name="framer">Cuts it.</param>
/// <param name="limits">How long a silence may last.</param>
/// <param name="clock">For the silence.</param>
public sealed class JsonFrameReader(Stream stream, JsonFramer framer, SessionLimits limits, TimeProvider clock)
{
    private readonly StreamFiller _filler = new(stream, limits, clock);

    /// <summary>How long the bytes that came last let wait for them: short ones may have been kept for us.</summary>
    public TimeSpan LastWait => _filler.LastWait;

    /// <summary>The next piece of what was received already.</summary>
    public bool TryTake(out JsonFrame frame)
    {
        var rest = _filler.Received;
        var taken = framer.TryTake(ref rest, out frame);
        _filler.Use(_filler.Received.Length - rest.Length);
        return taken;
    }

    /// <summary>Waits for bytes; false at the end of the stream. Store what is pending first.</summary>
    /// <exception cref="TimeoutException">Nothing came for <see cref="SessionLimits.IdleTimeout"/>.</exception>
    /// <exception cref="IOException">The connection broke.</exception>
    public ValueTask<bool> FillAsync(CancellationToken cancellationToken) => _filler.FillAsync(cancellationToken);
}
