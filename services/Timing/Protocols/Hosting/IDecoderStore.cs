namespace RaceSystem.Timing.Protocols.Hosting;

/// <summary>Puts a device's reads on disk: the edge agent's spool, or Timing's log. Safe to use from several threads.</summary>
public interface IDecoderStore
{
    /// <summary>Puts a batch on disk.</summary>
    /// <param name="deviceId">The device of the batch's location.</param>
    /// <param name="batch">Reads and markers.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="DecoderSinkException">Nothing is on disk: the decoder gets no ack.</exception>
    Task StoreAsync(string deviceId, DecodedBatch batch, CancellationToken cancellationToken);
}
