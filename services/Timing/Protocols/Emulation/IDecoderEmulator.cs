using System.Net;

namespace RaceSystem.Timing.Protocols.Emulation;

/// <summary>
/// A decoder made of software, for tests and simulations. Delivers every read at least once, as its protocol makes
/// possible: sends again what was not acknowledged, answers requests for what was missed, keeps what came while nobody
/// listened.
/// </summary>
public interface IDecoderEmulator : IAsyncDisposable
{
    /// <summary>Where it listens; its peer's address when it connects.</summary>
    IPEndPoint EndPoint { get; }

    /// <summary>Starts listening, for decoders that are dialled; does nothing for those that dial.</summary>
    void Start();

    /// <summary>Delivers the reads; ends when the other side has all of them, as far as the protocol can know.</summary>
    Task RunAsync(CancellationToken cancellationToken);

    /// <summary>Reads delivered so far, repetitions left out.</summary>
    long Delivered { get; }
}
