namespace RaceSystem.Timing.Protocols.Wiclax;

/// <summary>
/// Devices with the generic acquisition protocol of Wiclax, which are dialled and speak lines that end in CR. The protocol
/// has no acks; it has a rewind between two times.
/// </summary>
/// <remarks>
/// Settings. <c>replay</c>: <c>rewind</c> (the default) or <c>off</c>. <c>start-reading</c>: <c>yes</c> sends STARTREAD on
/// each connection, for devices that do not read by themselves; <c>no</c> is the default. Location: the loop, antenna or
/// device of a read. There is no usual port; the default is that of the maker's example.
/// </remarks>
public static class WiclaxProtocol
{
    /// <summary>The protocol.</summary>
    public static readonly DecoderProtocol Definition = new(
        "wiclax",
        "Wiclax generic acquisition",
        DecoderTransport.Dial,
        9_854,
        8,
        context => new WiclaxSession(context),
        settings => new WiclaxEmulator(settings),
        new WiclaxFileFormat());
}
