namespace RaceSystem.Timing.Protocols;

/// <summary>Who connects to whom.</summary>
public enum DecoderTransport
{
    /// <summary>The decoder connects to us over TCP.</summary>
    Listen,

    /// <summary>We connect to the decoder over TCP.</summary>
    Dial,

    /// <summary>We read an endless HTTP answer of the decoder; the session gets its body.</summary>
    HttpStream,

    /// <summary>The decoder posts to us over HTTP; the session gets the body of one request, and its end is the ack.</summary>
    Webhook,
}
