using RaceSystem.Timing.Protocols.Clocks;

namespace RaceSystem.Timing.Protocols;

/// <summary>
/// Where a session puts what a decoder tells: the edge agent's spool, or Timing's log. Safe to use from several sessions;
/// only <see cref="StoreAsync"/> may wait.
/// </summary>
public interface IDecoderSink
{
    /// <summary>Puts a batch on disk; a session acknowledges it to the decoder after that, never before.</summary>
    /// <exception cref="DecoderSinkException">Nothing is on disk: the session ends without an ack, and the decoder sends again.</exception>
    Task StoreAsync(DecodedBatch batch, CancellationToken cancellationToken);

    /// <summary>A frame came that could not be understood; the session goes on.</summary>
    void Reject(RejectedFrame frame);

    /// <summary>The decoder's clock was compared with ours.</summary>
    void SampleClock(string location, ClockSample sample);

    /// <summary>The decoder told of itself.</summary>
    void Report(DecoderStatus status);
}
