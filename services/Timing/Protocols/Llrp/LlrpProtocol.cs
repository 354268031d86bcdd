namespace RaceSystem.Timing.Protocols.Llrp;

/// <summary>
/// LLRP 1.0.1 and 1.1 of RAIN RFID readers (Impinj, Zebra, Alien, …): we connect to the reader, ask it to hold its reports
/// while nobody is connected, and take its tag reports. Times are UTC by the reader's clock; of a reader without one, its
/// time since it was started is laid on our clock when it connects. LLRP cannot acknowledge reports: a keep-alive is
/// answered when all that came before it is on disk.
/// <para>Settings: <c>rospec</c> = <c>listen</c> (default: take what the reader runs) or <c>manage</c> (run an own ROSpec over
/// all antennas, and leave it running); <c>hold</c> = <c>yes</c> (default) or <c>no</c>, for readers that refuse to hold;
/// <c>keepalive-seconds</c> = 1 to 60, default 10; <c>time</c> = <c>first</c> (default) or <c>last</c> sight of the tag in a
/// report; <c>untimed</c> = <c>reject</c> (default) or <c>arrival</c>, for reports without any time; <c>gun-gpi</c> = input whose
/// change is a gun (others are other markers).</para>
/// </summary>
public static class LlrpProtocol
{
    private const int Port = 5084;
    private const int ChipDigits = 24;

    /// <summary>The protocol.</summary>
    public static DecoderProtocol Definition { get; } = new(
        "llrp",
        "LLRP",
        DecoderTransport.Dial,
        Port,
        ChipDigits,
        static context => new LlrpSession(context),
        static settings => new LlrpEmulator(settings),
        new LlrpFileFormat());
}
