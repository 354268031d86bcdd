using System.Text;
using RaceSystem.Timing.Protocols;
using RaceSystem.Timing.Protocols.Chronokeep;
using RaceSystem.Timing.Protocols.Clocks;
using RaceSystem.Timing.Protocols.Files;

namespace RaceSystem.Timing.Tests.Protocols.Chronokeep;

public sealed class ChronokeepFileFormatTests
{
    private const long Noon = 1_775_131_200;

    [Fact]
    public void Messages_and_reads_are_read_as_JSON()
    {
        var items = Read(ChronokeepSamples.Connected + "\n" + ChronokeepSamples.Reads(ChronokeepSamples.Read("a", Noon), ChronokeepSamples.Read("b", Noon)) + "\r\n"
            + ChronokeepSamples.Read("c", Noon) + "\n12:00 < " + ChronokeepSamples.Read("d", Noon) + "\n" + ChronokeepSamples.Read("7", Noon, "bib") + "\n{\"x\":1}\n{\"a\n");
        Assert.Equal([(2, "A"), (2, "B"), (3, "C"), (4, "D")], items.OfType<ReadFileItem.Read>().Select(item => (item.Line, item.Value.Chip)));
        Assert.Equal(
            [(5, PortalRead.IsBib), (6, "neither a read nor a message of a portal"), (7, "the JSON object does not end where its line does")],
            items.OfType<ReadFileItem.Rejected>().Select(item => (item.Line, item.Reason)));
    }

    [Fact]
    public void A_log_counts_local_seconds_from_1980_and_takes_them_as_they_came()
    {
        var items = Read(ChronokeepSamples.Log, "+02:00");
        var local = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.FromHours(2)).AddSeconds(1_459_512_000).AddMilliseconds(250);
        Assert.Equal(new ReadFileItem.Read(2, "A, left", new DecodedRead("ABC1", local.ToUnixTimeMilliseconds() * 1_000, -57, 3)), items[0]);
        Assert.Equal((3, PortalRead.IsTyped), (items[1].Line, ((ReadFileItem.Rejected)items[1]).Reason));
    }

    [Theory]
    [InlineData("0,abc1,x,0,0,0,1,A,B,0,,0,,0,-1,0", "seconds or milliseconds is out of range")]
    [InlineData("0,a b,1459512000,0,0,0,1,A,B,0,,0,,0,-1,0", "chip_number is no chip code")]
    [InlineData("0,-1,1459512000,0,0,0,1,A,B,0,,0,,0,33,0", PortalRead.IsBib)]
    [InlineData("hello", "neither JSON nor a line of 16 fields")]
    public void Lines_that_make_no_sense_are_refused_with_the_reason(string line, string reason) =>
        Assert.Equal(reason, Assert.IsType<ReadFileItem.Rejected>(Assert.Single(Read(line))).Reason);

    [Fact]
    public void An_hour_that_happened_twice_is_refused_not_guessed()
    {
        var seconds = (long)(new DateTime(2026, 10, 25, 2, 30, 0) - new DateTime(1980, 1, 1)).TotalSeconds;
        Assert.Contains("happened twice", Assert.IsType<ReadFileItem.Rejected>(Assert.Single(Read($"0,abc1,{seconds},0,0,0,1,A,B,0,,0,,0,-1,0", "Europe/Berlin"))).Reason, StringComparison.Ordinal);
    }

    private static List<ReadFileItem> Read(string text, string zone = "UTC") =>
        [.. ChronokeepProtocol.Definition.FileFormat!.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), new DeviceTimes(DeviceTimes.ZoneOf(zone)!), new Dictionary<string, string>())];
}
