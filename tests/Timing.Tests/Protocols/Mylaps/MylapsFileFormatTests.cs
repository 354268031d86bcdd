using RaceSystem.Timing.Protocols.Files;
using RaceSystem.Timing.Protocols.Mylaps;

namespace RaceSystem.Timing.Tests.Protocols.Mylaps;

public sealed class MylapsFileFormatTests
{
    private const string Record = "KX1234509:15:02.087 5 04  100012504134E";
    private static readonly IReadFileFormat Format = MylapsProtocol.Definition.FileFormat!;

    [Fact]
    public void the_bytes_of_a_connection_are_read_frame_by_frame()
    {
        var items = FileReads.Of(Format, $"Start@Pong@$\r\n\0\0Start@Store@{Record}@{Record}@1@$Finish@Store@{Record}@XX@2@$");
        Assert.Equal([(2, "Start"), (2, "Start"), (3, "Finish")], items.Reads.Select(read => (read.Line, read.Location)));
        Assert.Equal((3, "XX"), Assert.Single(items.Rejected.Select(rejected => (rejected.Line, rejected.Text))));
    }

    [Fact]
    public void a_log_is_read_without_its_prefixes_and_without_what_the_server_said()
    {
        var items = FileReads.Of(Format, 
            "\uFEFF2025-04-10T13:41:50.889Z message: Start@Pong@\n"
            + $"2025-04-10T13:41:52.905Z message: \r\n\0\0Start: West@Store@{Record}@1@\n"
            + $"2025-04-16T10:49:07.970Z « to   client: Server@AckStore@1@$\n"
            + "2025-04-16T10:49:08.970Z » from client: Start@Marker@2025-04-13 05:57:56.027|ext-gun|Extern gunshot@1@\n"
            + "what is this\n");
        Assert.Equal((3, "Start: West"), Assert.Single(items.Reads.Select(read => (read.Line, read.Location))));
        Assert.Equal("Start", Assert.Single(items.Markers).Location);
        Assert.Equal((6, "what is this"), Assert.Single(items.Rejected.Select(rejected => (rejected.Line, rejected.Text))));
    }

    [Fact]
    public void the_log_of_a_real_event_gives_the_reads_chips_and_markers_that_are_in_it()
    {
        using var stream = File.OpenRead(Captures.Require("MyLapsInputAdapter-by-sporttijden.log"));
        var items = FileReads.Of(Format, stream, "+04:00");
        var reads = items.Reads;
        Assert.Empty(items.Rejected);
        Assert.Equal(3_724, reads.Count);
        Assert.Equal(2_494, reads.Select(read => (read.Location, read.Value)).Distinct().Count());
        Assert.Equal(2_494, reads.Select(read => read.Value).Distinct().Count());
        Assert.Equal(946, reads.Select(read => read.Value.Chip).Distinct().Count());

        // One gun in a message of its own, 368 times, and four messages of six guns, it among them.
        Assert.Equal(368 + (4 * 6), items.Markers.Count);
        Assert.Equal(6, items.Markers.Select(marker => marker.Value).Distinct().Count());
    }
}
