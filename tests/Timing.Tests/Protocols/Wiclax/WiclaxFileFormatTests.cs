using RaceSystem.Timing.Protocols.Wiclax;

namespace RaceSystem.Timing.Tests.Protocols.Wiclax;

public sealed class WiclaxFileFormatTests
{
    [Fact]
    public void a_log_is_read_line_by_line()
    {
        const string Log = "*\r01539;22-09-2011 02:41:30.620;0A;559;;0\r\r01539;22-09-2011 02:41:30.620;0A;559;;1\rRACESTART 02:00:00,000\rnonsense\rCLOCKOK\r";
        var file = FileReads.Of(WiclaxProtocol.Definition.FileFormat!, Log, "+02:00", new DateOnly(2011, 9, 22));
        Assert.Equal((2, 1, 1, 1), (file.Reads.Count, file.Distinct, file.Markers.Count, file.Rejected.Count));
        Assert.Equal("2011-09-22T00:41:30.620000Z", new Kernel.Instant(file.Reads[0].Value.TimeMicros).ToString());
        Assert.Equal((6, "nonsense"), (file.Rejected[0].Line, file.Rejected[0].Text));
    }
}
