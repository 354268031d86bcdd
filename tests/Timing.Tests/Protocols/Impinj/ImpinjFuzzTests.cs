using RaceSystem.Timing.Protocols.Impinj;

namespace RaceSystem.Timing.Tests.Protocols.Impinj;

public sealed class ImpinjFuzzTests
{
    private static readonly IReadOnlyList<byte[]> Events = ProtocolFuzz.Samples(
        ImpinjSamples.Status + "\r\n" + ImpinjSamples.Tag + "\r\n\r\n" + ImpinjSamples.Input + "\r\n",
        "[" + ImpinjSamples.Base64 + "," + ImpinjSamples.Zebra + "]\n");

    [Fact]
    public Task No_stream_breaks_the_session() => ProtocolFuzz.SessionsAsync(ImpinjProtocol.Stream, Events);

    [Fact]
    public Task No_request_breaks_the_session() => ProtocolFuzz.SessionsAsync(ImpinjProtocol.Webhook, Events);

    [Fact]
    public Task No_file_breaks_the_format() =>
        ProtocolFuzz.FilesAsync(ImpinjProtocol.Stream.FileFormat!, [.. Events, .. ProtocolFuzz.Samples(ImpinjFileFormatTests.Log, ImpinjFileFormatTests.Groups, ImpinjFileFormatTests.Exports)]);
}
