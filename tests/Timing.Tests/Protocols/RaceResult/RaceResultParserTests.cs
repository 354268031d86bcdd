using RaceSystem.Kernel;
using RaceSystem.Timing.Protocols;
using RaceSystem.Timing.Protocols.Clocks;
using RaceSystem.Timing.Protocols.RaceResult;

namespace RaceSystem.Timing.Tests.Protocols.RaceResult;

public sealed class RaceResultParserTests
{
    private static readonly RaceResultParser Parser = new(new DeviceTimes(TimeZoneInfo.Utc, new DateOnly(2024, 1, 12)), new RaceResultMarkers("99999,9000-9099"));

    [Theory]
    [InlineData("1;33;0000-00-00;00:00:02.773;6692;12;-68;09ca52", 1, "33", "2024-01-12T00:00:02.773Z", -68, 0, "", null)]
    [InlineData("7750;ZCMBG52;;10:50:00.477;0;72;127;;1;1;1;;16731;2", 7750, "ZCMBG52", "2024-01-12T10:50:00.477Z", 0, 0, "", null)]
    [InlineData("#P;1;CHIP1;0000-00-00;09:00:00.000;1;1;-70.0;0;0;;;;;;;;BOX", 1, "CHIP1", "2024-01-12T09:00:00Z", -70, 0, "BOX", null)]
    [InlineData("#P;12;gyr3y2;2024-03-31;09:00:00.5;0;72;31;;1;8;8;0;10230;3.0;17;0;Finish Left;177;4;D-50432", 12, "GYR3Y2", "2024-03-31T09:00:00.5Z", 0, 4, "Finish Left", 177)]
    [InlineData("12;GYR3Y2;2024-03-31;09:00:00.5;0;72;31;;1;8;8;10230;3.0;17;0;Finish;177;4;D-50432", 12, "GYR3Y2", "2024-03-31T09:00:00.5Z", 0, 4, "Finish", 177)]
    [InlineData("3;GYR3Y2;0000-00-01;00:00:01.000;0;1;5", 3, "GYR3Y2", "2024-01-13T00:00:01Z", 0, 0, "", null)]
    public void a_record_of_any_version_is_read(string line, long number, string chip, string time, int rssi, int antenna, string location, int? file)
    {
        var passing = Parser.Parse(line);
        Assert.NotNull(passing);
        Assert.Equal("", passing.Problem);
        Assert.Equal((number, (long?)file, location), (passing.Number, passing.File, passing.Location));
        Assert.Equal(new DecodedRead(chip, At(time), (short)rssi, (ushort)antenna), passing.Value);
    }

    [Theory]
    [InlineData("#P;5;99999;2024-01-12;09:00:00.000;0;1;0", "Marker 99999")]
    [InlineData("#P;5;9042;2024-01-12;09:00:00.000;0;1;0", "Marker 9042")]
    public void a_press_of_the_start_button_is_a_marker(string line, string name)
    {
        Assert.Equal(new DecodedMarker(At("2024-01-12T09:00:00Z"), MarkerKind.Gun, name), Parser.Parse(line)!.Marker);
    }

    [Theory]
    [InlineData("#P;5;ABC;2024-01-12;25:00:00.000;0;1;0", "time of day")]
    [InlineData("#P;5;ABC;2024-13-12;05:00:00.000;0;1;0", "date")]
    [InlineData("#P;5;A-C;2024-01-12;05:00:00.000;0;1;0", "transponder")]
    [InlineData("#P;5;;2024-01-12;05:00:00.000;0;1;0", "transponder")]
    public void a_record_that_makes_no_sense_keeps_its_number_and_tells_why(string line, string reason)
    {
        var passing = Parser.Parse(line);
        Assert.Equal(5, passing!.Number);
        Assert.Contains(reason, passing.Problem);
        Assert.Null(passing.Value);
    }

    [Theory]
    [InlineData("")]
    [InlineData("#P;")]
    [InlineData("0;ABC;2024-01-12;05:00:00.000")]
    [InlineData("#P;x;ABC;2024-01-12;05:00:00.000")]
    [InlineData("5;ABC;2024-01-12")]
    public void what_does_not_begin_as_a_record_is_none(string line) => Assert.Null(Parser.Parse(line));

    [Theory]
    [InlineData("1.1", "2.0", "2.0")]
    [InlineData("1.1", "9.9", "3.4")]
    [InlineData("1.0", "1.2", "1.2")]
    public void the_highest_common_version_is_chosen(string oldest, string newest, string chosen) =>
        Assert.Equal(chosen, RaceResultVersion.Choose(RaceResultVersion.Parse(oldest)!.Value, RaceResultVersion.Parse(newest)!.Value).ToString());

    [Theory]
    [InlineData("0.9", "1.0")]
    [InlineData("4.0", "5.0")]
    public void a_decoder_without_a_common_version_is_refused(string oldest, string newest) =>
        Assert.Throws<DecoderProtocolException>(() => RaceResultVersion.Choose(RaceResultVersion.Parse(oldest)!.Value, RaceResultVersion.Parse(newest)!.Value));

    [Fact]
    public void a_list_of_markers_that_makes_no_sense_is_refused() => Assert.Throws<DecoderProtocolException>(() => new RaceResultMarkers("a-b"));

    private static long At(string text) => Instant.From(DateTimeOffset.Parse(text)).Micros;
}
