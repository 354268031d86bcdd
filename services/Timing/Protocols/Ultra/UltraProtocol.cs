namespace RaceSystem.Timing.Protocols.Ultra;

/// <summary>RFID Timing's Ultra and Joey: we dial the box (TCP 23). The clock is asked for and never set.</summary>
/// <remarks>
/// Settings. <c>rewind</c>: form of the requests for records that did not come: <c>binary</c> (the default, as the maker's
/// software sends them), <c>text</c> (as the manual writes them), <c>off</c>. <c>extended-status</c>: <c>yes</c> (the default)
/// asks for the states that tell the battery; <c>no</c>. <c>request-data</c>: <c>yes</c> asks a box that sends only on request
/// to send; <c>no</c> is the default. Location: the number of the box, empty for 0.
/// </remarks>
public static class UltraProtocol
{
    /// <summary>The protocol.</summary>
    public static readonly DecoderProtocol Definition = new(
        "ultra",
        "RFID Timing Ultra and Joey",
        DecoderTransport.Dial,
        23,
        10,
        context => new UltraSession(context),
        settings => new UltraEmulator(settings),
        new UltraFileFormat());
}
