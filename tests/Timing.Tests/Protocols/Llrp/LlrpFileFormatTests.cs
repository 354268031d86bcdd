using System.Text;
using RaceSystem.Timing.Protocols;
using RaceSystem.Timing.Protocols.Clocks;
using RaceSystem.Timing.Protocols.Files;
using RaceSystem.Timing.Protocols.Llrp;

namespace RaceSystem.Timing.Tests.Protocols.Llrp;

public sealed class LlrpFileFormatTests
{
    private static readonly byte[] Capture =
    [
        .. LlrpSamples.Connected(LlrpSamples.Noon), .. LlrpSamples.Report(LlrpSamples.Tag(1, LlrpSamples.Noon), LlrpSamples.Tag(2, LlrpSamples.Noon + 5)),
        .. LlrpSamples.KeepAlive(1), .. LlrpSamples.Bytes(LlrpSamples.Untimed), .. LlrpSamples.Input(1, LlrpSamples.Noon), 0x04,
    ];

    [Fact]
    public void Raw_bytes_are_numbered_by_message()
    {
        var items = Read(Capture);
        Assert.Equal([2, 2, 4, 5, 6], items.Select(item => item.Line));
        Assert.Equal(
            [new DecodedRead("300000000000000000000001", LlrpSamples.Noon, -61, 3), new DecodedRead("300000000000000000000002", LlrpSamples.Noon + 5, -61, 3)],
            items.OfType<ReadFileItem.Read>().Select(item => item.Value));
        Assert.Equal(new DecodedMarker(LlrpSamples.Noon, MarkerKind.Other, "GPI 1 on"), Assert.Single(items.OfType<ReadFileItem.Marker>()).Value);
        var rejected = items.OfType<ReadFileItem.Rejected>().ToList();
        Assert.StartsWith("the report has no time", rejected[0].Reason, StringComparison.Ordinal);
        Assert.Equal("the bytes at the end are no whole LLRP message", rejected[1].Reason);
    }

    [Theory]
    [InlineData("{0}")]
    [InlineData("12:00:01.5 RX [{0}\r")]
    [InlineData("0x{0}")]
    public void Hex_is_found_at_the_end_of_lines_and_numbered_by_them(string line)
    {
        var report = LlrpSamples.Report(LlrpSamples.Tag(1, LlrpSamples.Noon));
        var paired = string.Join(' ', report.Select(value => value.ToString("X2", System.Globalization.CultureInfo.InvariantCulture)));
        var items = Read(Encoding.ASCII.GetBytes("# a capture\n" + string.Join('\n', Format(line, Convert.ToHexString(report)), Format(line, paired), Format(line, paired.Replace(' ', ':')), "hello")));
        Assert.Equal([2, 3, 4, 5], items.Select(item => item.Line));
        Assert.Equal(3, items.OfType<ReadFileItem.Read>().Count());
        Assert.Equal(("no hex", "hello"), items.OfType<ReadFileItem.Rejected>().Select(item => (item.Reason, item.Text)).Single());
    }

    [Fact]
    public void A_message_may_go_over_lines_of_hex()
    {
        var hex = Convert.ToHexStringLower(LlrpSamples.Report(LlrpSamples.Tag(1, LlrpSamples.Noon)));
        Assert.IsType<ReadFileItem.Read>(Assert.Single(Read(Encoding.ASCII.GetBytes(string.Join('\n', hex.Chunk(32).Select(part => new string(part)))))));
    }

    private static string Format(string line, string hex) => line.Replace("{0}", hex, StringComparison.Ordinal);

    private static List<ReadFileItem> Read(byte[] bytes) =>
        [.. LlrpProtocol.Definition.FileFormat!.Read(new MemoryStream(bytes), new DeviceTimes(TimeZoneInfo.Utc), new Dictionary<string, string>())];
}
