namespace RaceSystem.Timing.Protocols.Chronokeep;

/// <summary>
/// Chronokeep portals: small computers beside RFID readers, which keep every read and tell it as JSON lines over TCP. We
/// connect, take what is pushed, and ask for what we missed by a range of its clock. A portal chooses its port from 4488
/// on when it starts. Reads carry the portal's clock and the reader's; a location is the name of a reader.
/// <para>A read that names a bib, or that a person typed in, is no detection of a chip and is rejected with that reason:
/// manual times have a place of their own (RecordManualPassing). The portal's memory does not keep the difference: a
/// typed read that is fetched later comes as an unknown chip.</para>
/// <para>Settings: <c>clock</c> = <c>portal</c> (default) or <c>reader</c>: whose time counts (clock samples are of the portal);
/// <c>history-hours</c> = how far back the first connection asks, 0 to 720, default 24.</para>
/// </summary>
public static class ChronokeepProtocol
{
    private const int FirstPort = 4488;
    private const int ChipDigits = 24;

    /// <summary>The protocol.</summary>
    public static DecoderProtocol Definition { get; } = new(
        "chronokeep",
        "Chronokeep portal",
        DecoderTransport.Dial,
        FirstPort,
        ChipDigits,
        static context => new ChronokeepSession(context),
        static settings => new ChronokeepEmulator(settings),
        new ChronokeepFileFormat());
}
