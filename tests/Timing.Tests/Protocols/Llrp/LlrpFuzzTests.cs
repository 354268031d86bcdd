using RaceSystem.Timing.Protocols.Llrp;

namespace RaceSystem.Timing.Tests.Protocols.Llrp;

public sealed class LlrpFuzzTests
{
    private static readonly IReadOnlyList<byte[]> Samples =
    [
        [.. LlrpSamples.Connected(LlrpSamples.Noon), .. LlrpSamples.Response(13, 1), .. LlrpSamples.Report(LlrpSamples.Tag(1, LlrpSamples.Noon), LlrpSamples.Tag(2, LlrpSamples.Noon)), .. LlrpSamples.KeepAlive(1)],
        [.. LlrpSamples.ConnectedByUptime(1_000_000), .. LlrpSamples.Report(LlrpSamples.UptimeTag(1, 2_000_000)), .. LlrpSamples.Bytes(LlrpSamples.Untimed), .. LlrpSamples.Input(1, LlrpSamples.Noon)],
    ];

    [Fact]
    public Task No_stream_breaks_the_session() => ProtocolFuzz.SessionsAsync(LlrpProtocol.Definition, Samples, new(StringComparer.Ordinal) { ["rospec"] = "manage", ["untimed"] = "arrival" });

    [Fact]
    public Task No_file_breaks_the_format() =>
        ProtocolFuzz.FilesAsync(LlrpProtocol.Definition.FileFormat!, [.. Samples, .. ProtocolFuzz.Samples($"10:00 RX {LlrpSamples.Untimed}\r\n", Convert.ToHexString(Samples[0]) + "\n")]);
}
