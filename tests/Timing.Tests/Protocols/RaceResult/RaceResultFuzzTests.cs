using RaceSystem.Timing.Protocols.RaceResult;

namespace RaceSystem.Timing.Tests.Protocols.RaceResult;

public sealed class RaceResultFuzzTests
{
    private const string Json = """{"TimingPoint":"FINISH","Time":32795.944,"Invalid":false,"Passing":{"Transponder":"B2","RSSI":-7,"Port":3,"IsMarker":false,"UTCTime":"2024-01-12T09:06:36.944Z"}}""";

    private static readonly IReadOnlyList<byte[]> Samples = ProtocolFuzz.Samples(
        "GETPROTOCOL;1.1;1.1;2.0\r\nSETPROTOCOL;2.0\r\nPASSINGS;4;7\r\n1;33;0000-00-00;00:00:02.773;6692;12;-68;09ca52\r\n2;A;;10:50:00.477;0;72;127\r\n\r\n",
        "GETPROTOCOL;1.1;1.1;2.0\r\nSETPROTOCOL;2.0\r\nPASSINGS;0;7\r\n#P;1;CHIP1;0000-00-00;09:00:00.000;1;1;-70.0;0;0;;;;;;;;BOX;7;1;D\r\n#P;9;C;2024-01-12;09:00:00.000;1;1\r\n",
        "GETSTATUS;2024-01-12;09:00:00.000;1;11110000;1;7;1;49.7,8.2;1;80;31;30;0;0\r\nGETTIME;2024-01-12;09:00:00.000\r\nGETCONFIG;GENERAL;BOXNAME;Finish;D-5\r\n",
        $"{Json}\n[{Json},{Json}]\n",
        Json.Replace("B2", "\\ud800"));

    [Fact]
    public Task no_input_breaks_a_session() => ProtocolFuzz.SessionsAsync(RaceResultProtocol.Definition, Samples);

    [Fact]
    public Task no_post_breaks_the_webhook() => ProtocolFuzz.SessionsAsync(RaceResultProtocol.Webhook, Samples);

    [Fact]
    public Task no_input_breaks_the_reading_of_files() => ProtocolFuzz.FilesAsync(RaceResultProtocol.Definition.FileFormat!, Samples);
}
