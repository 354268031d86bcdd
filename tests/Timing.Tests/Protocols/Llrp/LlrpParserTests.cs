using RaceSystem.Timing.Protocols.Llrp;

namespace RaceSystem.Timing.Tests.Protocols.Llrp;

public sealed class LlrpParserTests
{
    [Fact]
    public void The_documented_report_gives_its_tag()
    {
        var message = Assert.Single(Frames(LlrpSamples.Bytes(LlrpSamples.Untimed)));
        Assert.Equal((LlrpMessageType.RoAccessReport, 58), (message.Type, message.Bytes.Length));
        var tag = Assert.Single(LlrpReport.Parse(message.Body).Tags);
        Assert.Equal(new LlrpTag("85047000049050503155303400702300", -73, 1, default, default), tag);
    }

    [Fact]
    public void A_report_of_many_tags_gives_all_of_them_and_passes_what_nobody_asked_for()
    {
        var report = LlrpReport.Parse(Body(LlrpSamples.Report(
            LlrpSamples.Tag(1, LlrpSamples.Noon),
            tag => tag.Parameter(1_023, custom => custom.U32(25_882).U32(99)).TypeValue(9).U32(1).Parameter(LlrpParameterType.EpcData, epc => epc.U16(16).U16(0xABCD)).TypeValue(18).U32(0).Parameter(900, unknown => unknown.U8(1)))));
        Assert.Empty(report.Problems);
        Assert.Equal(["300000000000000000000001", "ABCD"], report.Tags.Select(tag => tag.Chip));
        Assert.Equal(((ulong)LlrpSamples.Noon, (ulong)LlrpSamples.Noon + 1_000_000), (report.Tags[0].Utc.First, report.Tags[0].Utc.Last));
    }

    [Fact]
    public void What_makes_no_sense_costs_its_own_tag_alone()
    {
        var report = LlrpReport.Parse(Body(LlrpSamples.Report(
            tag => tag.TypeValue(LlrpParameterType.AntennaId).U16(1),
            tag => tag.Parameter(LlrpParameterType.EpcData, epc => epc.U16(96).U16(0xABCD)),
            tag => tag.TypeValue(77).U32(0),
            tag => tag.Parameter(LlrpParameterType.PeakRssi, _ => { }),
            LlrpSamples.Tag(1, LlrpSamples.Noon),
            tag => tag.TypeValue(LlrpParameterType.Epc96).Raw(new byte[12]).TypeValue(77).U32(0))));
        Assert.Equal(["300000000000000000000001", "000000000000000000000000"], report.Tags.Select(tag => tag.Chip));
        Assert.Equal(["the tag has no EPC", "the tag has no EPC", "parameter 77 has no length and is not known", "parameter 6 has a length, which its type does not allow"], report.Problems);
    }

    [Fact]
    public void Bytes_that_begin_no_message_are_passed_until_some_do()
    {
        byte[] bytes = [0xFF, 0xFF, 0x04, .. LlrpSamples.KeepAlive(1), 0x00, .. LlrpSamples.KeepAlive(2), 0xFF];
        var messages = Frames(bytes);
        Assert.Equal(["no LLRP message", "", "no LLRP message", ""], messages.Select(message => message.Problem ?? ""));
        Assert.Equal([1u, 2u], messages.Where(message => string.IsNullOrEmpty(message.Problem)).Select(message => message.Id));
    }

    [Fact]
    public void A_message_that_is_too_long_is_passed_by_its_length()
    {
        var messages = Frames([.. new LlrpWriter(LlrpMessageType.RoAccessReport, 1).Raw(new byte[5_000]).ToArray(), .. LlrpSamples.KeepAlive(2)]);
        Assert.Equal("a message of 5010 bytes is longer than 4096", messages[0].Problem);
        Assert.Equal(2u, Assert.Single(messages.Skip(1)).Id);
    }

    [Fact]
    public void It_does_not_matter_where_the_bytes_are_split()
    {
        byte[] bytes = [.. LlrpSamples.KeepAlive(1), .. LlrpSamples.Report(LlrpSamples.Tag(1, 1), LlrpSamples.Tag(2, 2)), 0xFF, .. LlrpSamples.Connected(3), .. LlrpSamples.KeepAlive(4)];
        var whole = Frames(bytes).Select(message => (message.Type, message.Id, message.Problem));
        var framer = new LlrpFramer(4_096);
        var split = bytes.SelectMany(value => Frames([value], framer)).Select(message => (message.Type, message.Id, message.Problem));
        Assert.Equal(whole, split);
    }

    [Fact]
    public void A_status_has_code_and_words()
    {
        Assert.Equal(new LlrpStatus(101, "no hold"), LlrpStatus.Find(Body(LlrpSamples.Response(13, 1, 101, "no hold"))));
        Assert.Null(LlrpStatus.Find(default));
    }

    private static ReadOnlySpan<byte> Body(byte[] message) => message.AsSpan(LlrpMessage.HeaderLength);

    private static List<LlrpMessage> Frames(byte[] bytes) => Frames(bytes, new LlrpFramer(4_096));

    private static List<LlrpMessage> Frames(byte[] bytes, LlrpFramer framer)
    {
        var messages = new List<LlrpMessage>();
        ReadOnlySpan<byte> rest = bytes;
        while (framer.TryTake(ref rest, out var message))
        {
            messages.Add(message);
        }

        return messages;
    }
}
