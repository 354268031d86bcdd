namespace RaceSystem.Timing.Protocols.ChronoTrack;

/// <summary>
/// ChronoTrack Socket Protocol 1 (CTP01), which SimpleClient speaks, as server. Settings: <c>name</c> we call ourselves
/// (RaceSystem); <c>time-format</c> that is asked for: <c>iso</c>, <c>normal</c>, <c>unix</c> or <c>msecs</c> (iso; what comes
/// is understood in each); <c>ping-seconds</c> between our pings (10).
/// </summary>
public static class ChronoTrackProtocol
{
    /// <summary>The protocol.</summary>
    public static DecoderProtocol Definition { get; } = new(
        "chronotrack",
        "ChronoTrack SimpleClient (CTP01)",
        DecoderTransport.Listen,
        61611,
        6,
        context => new ChronoTrackSession(context),
        settings => new ChronoTrackEmulator(settings),
        new ChronoTrackFileFormat());
}
