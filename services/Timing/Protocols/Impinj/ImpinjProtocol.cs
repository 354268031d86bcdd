using RaceSystem.Timing.Protocols.Framing;

namespace RaceSystem.Timing.Protocols.Impinj;

/// <summary>
/// The IoT device interface of Impinj readers such as the R700 (and of Zebra FX readers, whose tag events differ in names
/// alone): JSON events over an HTTP answer that we read, or in requests that the reader posts. Times are UTC. Neither way
/// lets a stream be acknowledged; a request is, by its answer.
/// <para>Settings: <c>time</c> = <c>first</c> (default: firstSeenTime, otherwise the event's time) or <c>last</c>
/// (lastSeenTime); <c>gun-gpi</c> = input whose transition is a gun (others are other markers).</para>
/// <para>Settings of the file format: <c>epc-digits</c>, <c>file</c>; see <see cref="ImpinjFileFormat"/>.</para>
/// </summary>
public static class ImpinjProtocol
{
    /// <summary>Where a reader serves its events.</summary>
    public const string StreamPath = "/api/v1/data/stream";

    private const int ChipDigits = 24;

    /// <summary>We read the reader's stream.</summary>
    public static DecoderProtocol Stream { get; } = new(
        "impinj",
        "Impinj R700, stream",
        DecoderTransport.HttpStream,
        80,
        ChipDigits,
        static context => new ImpinjSession(context, JsonLayout.Lines),
        static settings => new ImpinjEmulator(settings),
        new ImpinjFileFormat(),
        StreamPath);

    /// <summary>The reader posts to us.</summary>
    public static DecoderProtocol Webhook { get; } = new(
        "impinj-webhook",
        "Impinj R700, webhook",
        DecoderTransport.Webhook,
        0,
        ChipDigits,
        static context => new ImpinjSession(context, JsonLayout.Free),
        static settings => new Emulation.WebhookEmulator(settings, ImpinjWriter.ReadsPerRequest, static (reads, _) => ImpinjWriter.Array(reads)),
        null);
}
