using RaceSystem.Timing.Protocols.Wiclax;

namespace RaceSystem.Timing.Tests.Protocols.Wiclax;

public sealed class WiclaxFuzzTests
{
    private static readonly IReadOnlyList<byte[]> Samples = ProtocolFuzz.Samples(
        "*\r01539;22-09-2011 02:41:30.620;0A;559;;0\rCLOCK 22-09-2011 02:41:30\r",
        "01539;22-09-2011 02:41:30.620;finish;559;65;1\r\nRACESTART 23:59:59,999\r\nCLOCKOK\r\nREADOK\r\n",
        "01539;22-09-2011 02:41:30\n01540;22-09-2011 02:41:31,5;;;;\n");

    [Fact]
    public Task no_input_breaks_a_session() => ProtocolFuzz.SessionsAsync(WiclaxProtocol.Definition, Samples);

    [Fact]
    public Task no_input_breaks_the_file_format() => ProtocolFuzz.FilesAsync(WiclaxProtocol.Definition.FileFormat!, Samples);
}
