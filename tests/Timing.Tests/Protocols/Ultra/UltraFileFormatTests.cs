using RaceSystem.Timing.Protocols.Ultra;

namespace RaceSystem.Timing.Tests.Protocols.Ultra;

public sealed class UltraFileFormatTests
{
    private const string Mixed = "Connected,0\r\n0,11055,1170518701,698,1,-71,0,2,1,0000000000000000,0,29319\r\n3,11274,0,\"11:22:47.392\",1,3\r\n"
        + "11274\t2019-01-01 11:22:47.392\r\n0,0,0,\"09:00:00.000\",1,0\r\n\r\nnonsense\r\nV=24.0\r\n";

    [Fact]
    public void lines_of_all_forms_are_read_and_a_time_without_date_gets_the_declared_one()
    {
        var file = FileReads.Of(UltraProtocol.Definition.FileFormat!, Mixed, "+00:00", new DateOnly(2019, 1, 1));
        Assert.Equal((3, 1, 1), (file.Reads.Count, file.Markers.Count, file.Rejected.Count));
        Assert.Equal(file.Reads[1].Value.TimeMicros, file.Reads[2].Value.TimeMicros);
        Assert.Equal(7, file.Rejected[0].Line);
    }

    [Fact]
    public void without_a_declared_date_it_is_not_guessed()
    {
        var file = FileReads.Of(UltraProtocol.Definition.FileFormat!, Mixed);
        Assert.Equal((2, 0, 3), (file.Reads.Count, file.Markers.Count, file.Rejected.Count));
        Assert.Contains("date", file.Rejected[0].Reason, StringComparison.Ordinal);
    }
}
