namespace RaceSystem.Timing.Protocols.Mylaps;

/// <summary>
/// MYLAPS Timing &amp; Scoring and Toolkit over TCP, as server. Settings: <c>name</c> we call ourselves (RaceSystem);
/// <c>version</c> 2.1 or 1 that is asked for (2.1; what comes is understood in either); <c>passing-fields</c> and
/// <c>device-fields</c> to select, as <c>c|t|d|utc|amd</c> (none: the maker's choice); <c>ping-seconds</c> between our pings (10).
/// With <c>utc</c> among the passing fields the times need no zone.
/// </summary>
public static class MylapsProtocol
{
    /// <summary>The protocol.</summary>
    public static DecoderProtocol Definition { get; } = new(
        "mylaps",
        "MYLAPS Timing & Scoring / Toolkit",
        DecoderTransport.Listen,
        3097,
        7,
        context => new MylapsSession(context),
        settings => new MylapsEmulator(settings),
        new MylapsFileFormat());
}
