using RaceSystem.Timing.Protocols.Ultra;

namespace RaceSystem.Timing.Tests.Protocols.Ultra;

public sealed class UltraFuzzTests
{
    private static readonly IReadOnlyList<byte[]> Samples = ProtocolFuzz.Samples(
        "Connected,1170518701\n0,11055,1170518701,698,1,-71,0,2,1,0000000000000000,0,29319\n0,11056,1170518702,698,1,-71,0,2,1,0000000000000000,0,29325\n",
        "9:5:1 2-2-2017 (1170493501)\nV=24.1\nS=10\nU\u00253\n",
        "\u0003\u0040" + new string('\n', 62) + "\n0,0,1170518701,698,0,0,0,1,1,0000000000000000,0,29320\n",
        "3,11274,0,\"2019-01-01 11:22:47.392\",2,3\n11274\t2019-01-01 9:22:47.392\t1\t2\n3,11274,0,\"11:22:47.392\",1,3\n");

    [Fact]
    public Task no_input_breaks_a_session() => ProtocolFuzz.SessionsAsync(UltraProtocol.Definition, Samples);

    [Fact]
    public Task no_input_breaks_the_file_format() => ProtocolFuzz.FilesAsync(UltraProtocol.Definition.FileFormat!, Samples);
}
