using RaceSystem.Kernel;
using RaceSystem.Timing.Protocols;
using RaceSystem.Timing.Protocols.Csv;
using RaceSystem.Timing.Protocols.Files;

namespace RaceSystem.Timing.Tests.Protocols.Csv;

public sealed class CsvFileFormatTests
{
    private static readonly IReadFileFormat Format = CsvProtocol.Definition.FileFormat!;

    [Theory]
    [InlineData("20200201FC000004,Sat Feb 01 14:11:29.139089  2020-02-01", "20200201FC000004", "2020-02-01T14:11:29.139089Z")]
    [InlineData("AAABBB,\t2016-09-11 09:15:34.305", "AAABBB", "2016-09-11T09:15:34.305000Z")]
    [InlineData("AAABBB\t2016-09-11 09:15:34.305", "AAABBB", "2016-09-11T09:15:34.305000Z")]
    public void files_of_readers_need_no_declaration(string line, string chip, string time)
    {
        var read = Assert.Single(FileReads.Of(Format, line + "\r\n").Reads).Value;
        Assert.Equal((chip, time), (read.Chip, new Instant(read.TimeMicros).ToString()));
    }

    [Fact]
    public void a_header_names_the_columns_in_any_order()
    {
        const string File = "\uFEFFLocation;RSSI;Chip Code;Time;Antenna;Comment\n# made up\n\nfinish;-61.6;ab12;2025-04-06 09:00:00;3;\"a;b\"\"c\"\"\"\n";
        var read = Assert.Single(FileReads.Of(Format, File, "+09:00").Items.OfType<ReadFileItem.Read>());
        Assert.Equal((4, "finish"), (read.Line, read.Location));
        Assert.Equal(new DecodedRead("AB12", 1_743_897_600_000_000, -62, 3), read.Value);
    }

    [Fact]
    public void declared_columns_win_by_name_and_by_number()
    {
        const string File = "no,runner,clock,day\n7,101,09:00:00.5,06.04.2025\n8,102,09:00:01.5,06.04.2025\n";
        var byName = FileReads.Of(Format, File, settings: new() { ["bib"] = "runner", ["time"] = "clock", ["date"] = "day", ["date-order"] = "dmy" });
        Assert.Equal(["101", "102"], byName.Reads.Select(read => read.Value.Chip));
        Assert.Equal(1_743_930_000_500_000, byName.Reads[0].Value.TimeMicros);
        var byNumber = FileReads.Of(Format, File, settings: new() { ["chip"] = "1", ["bib"] = "2", ["time"] = "3", ["date"] = "4", ["header"] = "no" });
        Assert.Equal(["7", "8"], byNumber.Reads.Select(read => read.Value.Chip));
        Assert.Equal(1, Assert.Single(byNumber.Rejected).Line);
    }

    [Fact]
    public void without_a_header_a_line_with_more_than_four_fields_is_not_guessed_at() =>
        Assert.Single(FileReads.Of(Format, "10.16.21.147,35000000019010061A8F0000,132701.940119,0,-69\n").Rejected);

    [Fact]
    public void a_line_that_makes_no_sense_is_rejected_with_its_number_and_the_next_is_read()
    {
        var file = FileReads.Of(Format, $"AB12,nine\n{new string('x', 20_000)}\nAB12,1743930000\n");
        Assert.Equal([1, 2], file.Rejected.Select(rejected => rejected.Line));
        Assert.Equal(3, Assert.Single(file.Reads).Line);
    }

    [Theory]
    [InlineData("time-format", "stardate")]
    [InlineData("delimiter", "xx")]
    [InlineData("header", "perhaps")]
    [InlineData("date-order", "mdy")]
    [InlineData("time", "2")]
    [InlineData("chip", "no such column")]
    public void a_setting_that_makes_no_sense_is_said(string setting, string value)
    {
        var exception = Assert.Throws<DecoderProtocolException>(() => FileReads.Of(Format, "chip,time\n", settings: new() { [setting] = value }));
        Assert.Contains(setting, exception.Message, StringComparison.Ordinal);
    }
}
