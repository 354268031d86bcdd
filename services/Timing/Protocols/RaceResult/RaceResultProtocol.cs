using RaceSystem.Timing.Protocols.Emulation;

namespace RaceSystem.Timing.Protocols.RaceResult;

/// <summary>
/// RACE RESULT decoders (4000 and 5000 series, Ubidium in its old protocol) over TCP, which we dial; and the webhook of the
/// maker's software. Settings of the decoder: <c>markers</c>, codes that are markers (99999); <c>poll-seconds</c> between two
/// questions for the number of passings (10); <c>clock-seconds</c> between two for its time and state (60). Setting of the
/// webhook: <c>utc-time</c>, <c>utc</c> or, where the software labels local times as UTC, <c>local</c>. The file format takes
/// <c>markers</c> and <c>utc-time</c>.
/// </summary>
public static class RaceResultProtocol
{
    private const int ReadsPerPost = 20;

    /// <summary>The decoder's own protocol.</summary>
    public static DecoderProtocol Definition { get; } = new(
        "raceresult",
        "RACE RESULT decoder",
        DecoderTransport.Dial,
        3601,
        7,
        context => new RaceResultSession(context),
        settings => new RaceResultEmulator(settings),
        new RaceResultFileFormat());

    /// <summary>Raw data records as JSON, posted by the maker's software.</summary>
    public static DecoderProtocol Webhook { get; } = new(
        "raceresult-webhook",
        "RACE RESULT exporter (JSON over HTTP)",
        DecoderTransport.Webhook,
        0,
        7,
        context => new RaceResultWebhookSession(context),
        settings => new WebhookEmulator(settings, ReadsPerPost, (reads, _) => RaceResultWriter.Json(reads)),
        null);

    /// <summary>Whether the exporter's UTC times are local ones.</summary>
    internal static bool IsUtcTimeLocal(IReadOnlyDictionary<string, string> settings) => settings.GetValueOrDefault("utc-time", "utc") switch
    {
        "utc" => false,
        "local" => true,
        _ => throw new DecoderProtocolException("The setting utc-time is neither utc nor local."),
    };
}
