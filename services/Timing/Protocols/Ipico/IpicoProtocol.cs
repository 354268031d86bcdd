namespace RaceSystem.Timing.Protocols.Ipico;

/// <summary>
/// IPICO Elite and Lite readers: we dial the stream of the reader (TCP 10000). Reads and the trigger input come by
/// themselves; the clock is asked for and never set.
/// </summary>
/// <remarks>
/// Settings. <c>replay</c>: how reads are fetched that were made while no connection was up: <c>lite</c> (the default: a
/// download of the memory on the same connection; a reader that does not know the command refuses it), <c>elite</c>
/// (asked for on the control port), <c>off</c>. With elite: <c>control-host</c> (the reader's address), <c>control-port</c> (9999), <c>replay-port</c> (10300),
/// <c>replay-file</c> (ttyS0; ttyS1 for the second reader). Location: the number that the reader was given, empty for 00.
/// </remarks>
public static class IpicoProtocol
{
    /// <summary>The protocol.</summary>
    public static readonly DecoderProtocol Definition = new(
        "ipico",
        "IPICO Elite and Lite",
        DecoderTransport.Dial,
        10_000,
        12,
        context => new IpicoSession(context),
        settings => new IpicoEmulator(settings),
        new IpicoFileFormat());
}
