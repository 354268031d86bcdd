using RaceSystem.Timing.Protocols.Mylaps;

namespace RaceSystem.Timing.Tests.Protocols.Mylaps;

public sealed class MylapsFuzzTests
{
    private static readonly IReadOnlyList<byte[]> Samples = ProtocolFuzz.Samples(
        "Finish@Pong@$T&S@Ping@$Finish@AckPing@$Toolkit@GetLocations@ln=Start@ln=5K@ln=Finish@$",
        "\r\n\0\0Start@Store@KX1234509:15:02.087 5 04  100012504134E@KX1234509:15:02.087 5 04  100012504134E@1@$",
        "10KM@Passing@t=13:11:30.904|c=0000041|ct=UH|d=120606|l=13|dv=4|re=0|an=00001111|amd=-61.5@t=13:12:21.830|c=0000039|utc=1744524902087@1016@$",
        "Finish@Marker@t=2017-10-25 11:03:40.347|mt=gun|n=Gunshot 1@4@$Start - Finish@Marker@2025-04-13 05:57:56.027|ext-gun|Extern gunshot@1@$",
        "20M@AckGetInfo@id=20250558687|n=BibTagDecoder00DF|mac=0004B70700DF|ant=2|time=954463123529|bat=12|temp=3@$X@GetInfo@$",
        "2025-04-10T13:41:50.889Z message: Start@Pong@\n2025-04-10T13:41:52.905Z » from client: \r\n\0\0Start@Marker@2025-04-13 05:57:56.027|ext-gun|x@1@\n");

    [Fact]
    public Task no_input_breaks_a_session() => ProtocolFuzz.SessionsAsync(MylapsProtocol.Definition, Samples);

    [Fact]
    public Task no_input_breaks_the_reading_of_files() => ProtocolFuzz.FilesAsync(MylapsProtocol.Definition.FileFormat!, Samples);
}
