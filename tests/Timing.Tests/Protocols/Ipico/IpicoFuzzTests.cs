using RaceSystem.Timing.Protocols.Ipico;

namespace RaceSystem.Timing.Tests.Protocols.Ipico;

public sealed class IpicoFuzzTests
{
    private static readonly IReadOnlyList<byte[]> Samples = ProtocolFuzz.Samples(
        "aa00058000123b3200012603071348503277\r\naa400000000123450a2a01123018455927a7FS\r\n",
        "aa00058000123b3200012603081222022f060080cd\r\nab000902260306051855443727cf\r\n",
        "ab000a2c260306052004151b2782ae\r\nab000d4b030204f60204f60059058f030081\r\nab0000f258\r\n",
        "\r\nARM9 Controller for DF Dual DSP\r\nab0000372a\r\n");

    [Theory]
    [InlineData("lite")]
    [InlineData("elite")]
    public Task no_input_breaks_a_session(string replay) =>
        ProtocolFuzz.SessionsAsync(IpicoProtocol.Definition, Samples, new() { ["replay"] = replay });

    [Fact]
    public Task no_input_breaks_the_file_format() => ProtocolFuzz.FilesAsync(IpicoProtocol.Definition.FileFormat!, Samples);
}
