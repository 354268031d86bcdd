using RaceSystem.Timing.Protocols.Chronokeep;

namespace RaceSystem.Timing.Tests.Protocols.Chronokeep;

public sealed class ChronokeepFuzzTests
{
    private static readonly IReadOnlyList<byte[]> Messages = ProtocolFuzz.Samples(
        ChronokeepSamples.Connected + "\n" + ChronokeepSamples.Time + "\n" + ChronokeepSamples.Reads(ChronokeepSamples.Read("abc1", 1_775_131_200), ChronokeepSamples.Read("7", 1_775_131_200, "bib")) + "\n" + ChronokeepSamples.Time + "\n",
        "{\"command\":\"keepalive\"}\n{\"command\":\"error\",\"error\":{\"error_type\":\"NOT_FOUND\"}}\n");

    [Fact]
    public Task No_stream_breaks_the_session() => ProtocolFuzz.SessionsAsync(ChronokeepProtocol.Definition, Messages);

    [Fact]
    public Task No_file_breaks_the_format() =>
        ProtocolFuzz.FilesAsync(ChronokeepProtocol.Definition.FileFormat!, [.. Messages, .. ProtocolFuzz.Samples(ChronokeepSamples.Log, ChronokeepSamples.Read("a", 1))]);
}
