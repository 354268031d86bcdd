using RaceSystem.Testing.Races;
using RaceSystem.Timing.Protocols.Ipico;

namespace RaceSystem.Timing.Tests.Protocols.Ipico;

public sealed class IpicoFileFormatTests
{
    private const string Good = "aa00058000123b3200012603071348503277";
    private static readonly IpicoFileFormat Format = new();

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\n")]
    [InlineData("\r")]
    [InlineData("\0\r\n\0")]
    [InlineData("\r\n\r\n")]
    public void lines_end_as_they_like(string end)
    {
        var file = FileReads.Of(Format, "\uFEFF" + Good + end + Good + "FS" + end + Good.Replace("77", "78", StringComparison.Ordinal) + end);
        Assert.Equal(2, file.Reads.Count);
        Assert.Equal(1, file.Distinct);
        Assert.Single(file.Rejected);
    }

    [Fact]
    public void what_stands_around_a_frame_is_not_part_of_it_and_what_holds_none_is_rejected_with_its_line()
    {
        var file = FileReads.Of(Format, $"ARM9 Controller v1.4\n2026-03-07 13:48:51,{Good}\n\nab000a2c260306052004151b2782ae\nnonsense\nab0000372a\n");
        Assert.Equal(2, Assert.Single(file.Reads).Line);
        Assert.Equal(4, Assert.Single(file.Markers).Line);
        Assert.Equal((5, "nonsense"), (Assert.Single(file.Rejected).Line, file.Rejected[0].Text));
    }

    [Fact]
    public void a_time_is_read_in_the_declared_zone_and_refused_where_the_zone_cannot_tell()
    {
        var micros = Assert.Single(FileReads.Of(Format, Good, "+09:00").Reads).Value.TimeMicros;
        Assert.Equal(new DateTimeOffset(2026, 3, 7, 4, 48, 50, 500, TimeSpan.Zero).ToUnixTimeMilliseconds() * 1_000, micros);

        var twice = "00058000123b320001261025023000" + "00";
        Assert.Single(FileReads.Of(Format, $"aa{twice}{IpicoParser.Checksum(twice):x2}", "Europe/Berlin").Rejected);
    }

    [Fact]
    public void all_checksums_of_the_shared_sample_are_right()
    {
        using var stream = File.OpenRead(RaceData.Require("raw", "ipico", "reads_100.txt"));
        var file = FileReads.Of(Format, stream);
        Assert.Equal((100, 0), (file.Reads.Count, file.Rejected.Count));
    }

    [Fact]
    public void a_real_capture_holds_the_reads_that_were_counted_in_it()
    {
        using var stream = File.OpenRead(Captures.Require("testreads"));
        var file = FileReads.Of(Format, stream);
        Assert.Equal((4_116, 3_478, 0), (file.Reads.Count, file.Distinct, file.Rejected.Count));
    }
}
