namespace RaceSystem.Timing.Protocols;

/// <summary>One connection with a decoder. Used once.</summary>
public interface IDecoderSession
{
    /// <summary>
    /// Talks until the other side ends or the token is cancelled. A malformed frame never ends it; what ends it abnormally
    /// is an <see cref="IOException"/>, a <see cref="TimeoutException"/>, a <see cref="DecoderSinkException"/> or a
    /// <see cref="DecoderProtocolException"/>, nothing else.
    /// </summary>
    /// <param name="stream">The connection; the caller disposes it.</param>
    /// <param name="cancellationToken">Ends the session.</param>
    Task RunAsync(Stream stream, CancellationToken cancellationToken);
}
