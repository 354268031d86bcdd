using RaceSystem.Kernel;
using RaceSystem.Timing.Protocols.Clocks;
using RaceSystem.Timing.Protocols.Ultra;

namespace RaceSystem.Timing.Tests.Protocols.Ultra;

public sealed class UltraParserTests
{
    private const string Live = "0,11055,1170518701,698,1,-71,0,2,1,0000000000000000,0,29319";

    [Fact]
    public void a_live_record_is_read()
    {
        var read = Assert.IsType<UltraLine.Read>(Parse(Live));
        Assert.Equal(("11055", (short)-71, (ushort)5, false, "1", 29_319L), (read.Chip, read.RssiDbm, read.Antenna, read.IsRewound, read.UltraId, read.LogId));
        Assert.True(read.Time.TryResolve(new DeviceTimes(TimeZoneInfo.Utc), out var micros, out _));
        Assert.Equal("2017-02-02T16:05:01.698000Z", new Instant(micros).ToString());
    }

    [Theory]
    [InlineData("0,AB12,1170518701,5,4,,1,1,0,,,7", "AB12", 4, true)]
    [InlineData("1,11055,1170518701,698,1,-71,1,1,000,0000000000000000,0,1", "11055", 1, true)]
    public void forms_of_a_live_record(string line, string chip, int antenna, bool isRewound)
    {
        var read = Assert.IsType<UltraLine.Read>(Parse(line));
        Assert.Equal((chip, (ushort)antenna, isRewound, ""), (read.Chip, read.Antenna, read.IsRewound, read.UltraId));
    }

    [Theory]
    [InlineData("3,11274,0,\"11:22:47.392\",1,3", "11274", 3, false)]
    [InlineData("3,11274,0,\"2019-01-01 11:22:47.392\",2,3", "11274", 7, true)]
    [InlineData("11274\t2019-01-01 11:22:47.392", "11274", 0, true)]
    [InlineData("11274\t2019-01-01 9:22:47.392\t1\t2", "11274", 2, true)]
    [InlineData("U274\t11:22:47", "U274", 0, false)]
    public void lines_of_files(string line, string chip, int antenna, bool hasDate)
    {
        var read = Assert.IsType<UltraLine.Read>(Parse(line));
        Assert.Equal((chip, (ushort)antenna, hasDate), (read.Chip, read.Antenna, read.Time.HasDate));
    }

    [Fact]
    public void chip_0_on_port_0_is_the_start_button()
    {
        Assert.Equal(29_320, Assert.IsType<UltraLine.Gun>(Parse("0,0,1170518701,698,0,0,0,1,1,0000000000000000,0,29320")).LogId);
        Assert.IsType<UltraLine.Gun>(Parse("0,0,0,\"09:00:00.000\",1,0"));
    }

    [Fact]
    public void the_clock_is_not_padded()
    {
        var clock = Assert.IsType<UltraLine.Clock>(Parse("9:5:1 2-2-2017 (1170493501)"));
        Assert.Equal(new DateTime(2017, 2, 2, 9, 5, 1), WallTime.ToDateTime(clock.Wall));
        Assert.IsType<UltraLine.Clock>(Parse("19:05:01 12-12-2017"));
    }

    [Theory]
    [InlineData("Connected,1170518701")]
    [InlineData("1,Connected,1170518701")]
    [InlineData("V=24.12")]
    [InlineData("S=10000000")]
    [InlineData("U\u00253")]
    [InlineData("u\u0021\u0002")]
    public void words_are_no_reads(string line) => Assert.IsType<UltraLine.Other>(Parse(line));

    [Theory]
    [InlineData("0,11055,1170518701,698,1,-71,0,2,1,0000000000000000,0")]
    [InlineData("0,11055,1170518701,1698,1,-71,0,2,1,0000000000000000,0,29319")]
    [InlineData("0,11055,99999999999,698,1,-71,0,2,1,0000000000000000,0,29319")]
    [InlineData("0,1-1,1170518701,698,1,-71,0,2,1,0000000000000000,0,29319")]
    [InlineData("0,11055,1170518701,698,1,strong,0,2,1,0000000000000000,0,29319")]
    [InlineData("0,11055,1170518701,698,1,-71,2,2,1,0000000000000000,0,29319")]
    [InlineData("0,11055,1170518701,698,1,-71,0,2,1,0000000000000000,0,-1")]
    [InlineData("3,11274,0,noon,1,3")]
    [InlineData("25:05:01 12-12-2017")]
    [InlineData("11274\tyesterday")]
    [InlineData("Usurper,1")]
    [InlineData("hello")]
    public void anything_else_is_refused_with_a_reason(string line)
    {
        Assert.False(UltraParser.TryParse(line, out _, out var problem));
        Assert.NotEmpty(problem);
    }

    private static UltraLine Parse(string line)
    {
        Assert.True(UltraParser.TryParse(line, out var parsed, out var problem), problem);
        return parsed;
    }
}
