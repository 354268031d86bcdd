using RaceSystem.Timing.Protocols.RaceResult;

namespace RaceSystem.Timing.Tests.Protocols.RaceResult;

public sealed class RaceResultFileFormatTests
{
    private const string Json = """{"TimingPoint":"FINISH","Passing":{"Transponder":"B2","UTCTime":"2024-01-12T09:06:36.944Z"}}""";

    [Fact]
    public void passings_with_and_without_the_mark_of_a_push_and_json_are_read_side_by_side()
    {
        var file = FileReads.Of(
            RaceResultProtocol.Definition.FileFormat!,
            "GETPROTOCOL;1.1;1.1;2.0\r\n1;33;0000-00-00;00:00:02.773;6692;12;-68;09ca52\r\n\r\n"
            + "2024-01-12 10:00:00 RECV #P;2;ABC;2024-01-12;09:00:00.000;0;1;9\n#P;3;99999;2024-01-12;09:00:00.000;0;1;9\r"
            + $"{Json}\n[{Json},\n  {Json}]\n4;A B;2024-01-12;09:00:00.000\nwhat is this\n{{\"a\":\n",
            date: new DateOnly(2024, 1, 12));
        Assert.Equal([2, 4, 6, 7, 7], file.Reads.Select(read => read.Line));
        Assert.Equal(["", "", "FINISH", "FINISH", "FINISH"], file.Reads.Select(read => read.Location));
        Assert.Equal(5, Assert.Single(file.Markers).Line);
        Assert.Equal([9, 10, 11], file.Rejected.Select(rejected => rejected.Line));
    }

    [Fact]
    public void a_record_may_run_over_several_lines()
    {
        var file = FileReads.Of(RaceResultProtocol.Definition.FileFormat!, $"{Json.Replace(",", ",\r\n  ")}\r\n{Json}");
        Assert.Equal([1, 4], file.Reads.Select(read => read.Line));
    }

    [Fact]
    public void a_time_without_a_date_is_rejected_when_none_is_declared()
    {
        var file = FileReads.Of(RaceResultProtocol.Definition.FileFormat!, "1;33;0000-00-00;00:00:02.773;6692;12;-68;09ca52");
        Assert.Contains("date", Assert.Single(file.Rejected).Reason);
    }
}
