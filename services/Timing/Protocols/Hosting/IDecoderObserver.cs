using System.Net;
using RaceSystem.Timing.Protocols.Clocks;

namespace RaceSystem.Timing.Protocols.Hosting;

/// <summary>Is told what happens beside the reads. Safe to use from several threads; must not wait.</summary>
public interface IDecoderObserver
{
    /// <summary>Decoders can connect.</summary>
    void Listening(string decoderId, IPEndPoint endPoint)
    {
    }

    /// <summary>A connection begins.</summary>
    void Connected(string decoderId, string remote)
    {
    }

    /// <summary>A connection ended, could not be made or was turned away.</summary>
    /// <param name="decoderId">The decoder.</param>
    /// <param name="remote">The other side.</param>
    /// <param name="problem">Why; null when the other side ended it in order.</param>
    void Disconnected(string decoderId, string remote, string? problem)
    {
    }

    /// <summary>Reads are on disk: when they came says something of the decoder's clock.</summary>
    void Stored(string decoderId, string deviceId, DecodedBatch batch)
    {
    }

    /// <summary>A decoder's clock was compared with ours.</summary>
    void ClockSampled(string decoderId, string deviceId, ClockSample sample)
    {
    }
}
