using RaceSystem.Timing.Protocols.ChronoTrack;

namespace RaceSystem.Timing.Tests.Protocols.ChronoTrack;

public sealed class ChronoTrackFuzzTests
{
    private static readonly IReadOnlyList<byte[]> Samples = ProtocolFuzz.Samples(
        "SimpleClient~0.5~CTP01\r\nack~getconnectionid~b617318655\r\nack~geteventinfo~A~1~B\r\nack~getlocations~START~10K~FINISH\r\nack~ping\r\nping\r\n",
        "CT01_13~21~START~50101~15:54:48.90~1~117F37~8\r\nCT01_33~1~start~9478~2025-06-01T14:02:15.31~0~0F2A38~1\r\n",
        "CT01_33~1~finish~1234~1738418535.31~0~POINTCAM~0\r\nCT01_33~1~finish~1234~50535310~0~POINTCAM~0\r\nerr~start~invalid location\r\n",
        "SimpleClient~0.5~CTP01\r\nCT01_33~4~start~guntime~07:45:01.01~0~DF239A~0\r\nCT01_33~2038~30k~newlocation~09:15:21.00~0~ED932A~0\r\n",
        "2025-06-01T10:00:00.000Z message: CT01_33~4~start~77~2025-06-01T14:02:15.31+03:00~0~DF239A~0\n");

    [Fact]
    public Task no_input_breaks_a_session() => ProtocolFuzz.SessionsAsync(ChronoTrackProtocol.Definition, Samples);

    [Fact]
    public Task no_input_breaks_the_reading_of_files() => ProtocolFuzz.FilesAsync(ChronoTrackProtocol.Definition.FileFormat!, Samples);
}
