using RaceSystem.Timing.Protocols.ChronoTrack;

namespace RaceSystem.Timing.Tests.Protocols.ChronoTrack;

public sealed class ChronoTrackFileFormatTests
{
    [Fact]
    public void reads_and_guns_are_read_and_the_talk_around_them_is_left_out()
    {
        var file = FileReads.Of(
            ChronoTrackProtocol.Definition.FileFormat!,
            "SimpleClient~0.5~CTP01\r\nRaceSystem~1.0~6\r\nguntimes=true\r\nstart~START~4\r\nack~getlocations~START~10K\r\n"
            + "CT01_13~21~START~50101~15:54:48.90~1~117F37~8\r\n"
            + "2025-06-01T10:00:00.000Z message: CT01_33~4~start~guntime~07:45:01.01~0~DF239A~0\n"
            + "2025-06-01T10:00:00.000Z message: ack~ping\n"
            + "CT01_33~2038~30k~newlocation~09:15:21.00~0~ED932A~0\n"
            + "CT01_33~5~start~A B~07:45:01.01~0~DF239A~0\nwhat is this",
            date: new DateOnly(2025, 6, 1));
        Assert.Equal((6, "START"), Assert.Single(file.Reads.Select(read => (read.Line, read.Location))));
        Assert.Equal(7, Assert.Single(file.Markers).Line);
        Assert.Equal([10, 11], file.Rejected.Select(rejected => rejected.Line));
    }
}
