using RaceSystem.Timing.Protocols.Clocks;
using RaceSystem.Timing.Protocols.Wiclax;

namespace RaceSystem.Timing.Tests.Protocols.Wiclax;

public sealed class WiclaxParserTests
{
    [Fact]
    public void the_documented_line_is_read()
    {
        var read = Assert.IsType<WiclaxLine.Read>(Parse("01539;22-09-2011 02:41:30.620;0A;559;;0"));
        Assert.Equal(("01539", "0A", false), (read.Chip, read.Location, read.IsRewound));
        Assert.Equal(new DateTime(2011, 9, 22, 2, 41, 30, 620), WallTime.ToDateTime(read.Wall));
    }

    [Theory]
    [InlineData("01539;22-09-2011 02:41:30", "", false)]
    [InlineData("01539;22-09-2011 02:41:30.6;;;;", "", false)]
    [InlineData("01539; 22/09/2011 2:41:30,620 ;finish;1;65;1", "finish", true)]
    public void what_is_optional_may_be_left_out(string line, string location, bool isRewound)
    {
        var read = Assert.IsType<WiclaxLine.Read>(Parse(line));
        Assert.Equal((location, isRewound), (read.Location, read.IsRewound));
    }

    [Fact]
    public void other_lines_are_guns_clocks_and_signs_of_life()
    {
        Assert.Equal(86_399_999_000, Assert.IsType<WiclaxLine.Gun>(Parse("RACESTART 23:59:59,999")).MicrosOfDay);
        Assert.IsType<WiclaxLine.Clock>(Parse("CLOCK 22-09-2011 02:41:30"));
        Assert.All(["*", "CLOCKOK", "READOK"], line => Assert.IsType<WiclaxLine.Other>(Parse(line)));
    }

    [Theory]
    [InlineData("01539")]
    [InlineData("01539;2011-09-22 02:41:30.620")]
    [InlineData("01539;31-09-2011 02:41:30.620")]
    [InlineData("01539;22-09-2011 02:61:30.620")]
    [InlineData("01-39;22-09-2011 02:41:30.620")]
    [InlineData("01539;22-09-2011 02:41:30.620;0A;559;;2")]
    [InlineData("01539;22-09-2011 02:41:30.620;0A;559;;0;1")]
    [InlineData("RACESTART now")]
    [InlineData("CLOCK broken")]
    [InlineData("")]
    public void anything_else_is_refused_with_a_reason(string line)
    {
        Assert.False(WiclaxParser.TryParse(line, out _, out var problem));
        Assert.NotEmpty(problem);
    }

    private static WiclaxLine Parse(string line)
    {
        Assert.True(WiclaxParser.TryParse(line, out var parsed, out var problem), problem);
        return parsed;
    }
}
