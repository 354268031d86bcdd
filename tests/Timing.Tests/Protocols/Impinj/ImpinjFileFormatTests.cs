using System.Text;
using RaceSystem.Kernel;
using RaceSystem.Timing.Protocols;
using RaceSystem.Timing.Protocols.Clocks;
using RaceSystem.Timing.Protocols.Files;
using RaceSystem.Timing.Protocols.Impinj;

namespace RaceSystem.Timing.Tests.Protocols.Impinj;

public sealed class ImpinjFileFormatTests
{
    public const string Log =
        "Reader, EPC, Time, Sequence/Count, PeakRSSI, TagSeenCount\r\n10.0.0.1,,,,,dense reader,Dual Target,,20\r\n10.0.0.1,300833B2DDD9014000000001,132701.940119,0,-69\r\n127.0.0.1,300833B2DDD9014000000001,132701.940119,3,-69\r\n10.0.0.1,300833B2DDD9014000000002,2,132702.5,-70\r\n";

    public const string Groups =
        "Reader,EPC,FirstTime,LastTime,BestTime,PeakRSSI (-DB*10),RFPhaseAngle,DopplerFreq (Hz),TagSeenCount,Det,Alg,Err\n21,300833B2DDD9014000000001,201156.29479,201156.29971,201156.29971,708,0,0.00,2,0,,\n11,300833B2DDD9014000000001,201156.29479,201156.88085,201156.67807,578,0,0.00,45,88,QFit,Sel\n";

    public const string Exports =
        "Tag,Timestamp\n20200201FC000004,Sat Feb 01 14:11:29.139089  2020-02-01\nAAABBB,\t2016-09-11 09:15:34.305\n";

    private static readonly DateOnly Day = new(2026, 4, 2);

    [Fact]
    public void Events_and_log_lines_are_told_apart_line_by_line()
    {
        var items = Read(ImpinjSamples.Tag + "\n" + Log + "2026-04-02 out: " + ImpinjSamples.Zebra + "\n[\n {\n  \"eventType\": \"x\"\n }\n]\nhello\n{\"a\":\n");
        Assert.Equal(5, items.OfType<ReadFileItem.Read>().Count());
        Assert.Equal(
            [(13, "neither JSON nor a line of a reader's log", "hello"), (14, "the JSON object does not end where its line does", "{\"a\":")],
            items.OfType<ReadFileItem.Rejected>().Select(item => (item.Line, item.Reason, item.Text)));
    }

    [Fact]
    public void A_log_gives_raw_reads_and_what_was_chosen_of_them_as_the_same_read()
    {
        var reads = Reads(Read(Log));
        Assert.Equal(At(13, 27, 1, 940_119), reads[0].TimeMicros);
        Assert.Equal(new DecodedRead("300833B2DDD9014000000001", At(13, 27, 1, 940_119), -69), reads[0]);
        Assert.Equal(reads[0], reads[1]);
        Assert.Equal(new DecodedRead("300833B2DDD9014000000002", At(13, 27, 2, 500_000), -70), reads[2]);
    }

    [Fact]
    public void A_growing_group_gives_the_read_at_its_last_time_and_its_conclusion_none() =>
        Assert.Equal([new DecodedRead("300833B2DDD9014000000001", At(20, 11, 56, 299_710), -71, 21)], Reads(Read(Groups)));

    [Fact]
    public void Exports_have_their_own_dates()
    {
        var reads = Reads(Read(Exports));
        Assert.Equal([new DecodedRead("20200201FC000004", Instant.From(new DateTimeOffset(2020, 2, 1, 14, 11, 29, TimeSpan.Zero)).Micros + 139_089), new DecodedRead("AAABBB", Instant.From(new DateTimeOffset(2016, 9, 11, 9, 15, 34, 305, TimeSpan.Zero)).Micros)], reads);
    }

    [Fact]
    public void Tags_of_another_length_are_refused_unless_they_are_asked_for()
    {
        const string Line = "10.0.0.1,8F7200000001,132701.940119,0,-69\n";
        Assert.Equal("the EPC has 12 hex digits, not the 24 of this race's tags: epc-digits=any takes them too", Assert.IsType<ReadFileItem.Rejected>(Assert.Single(Read(Line))).Reason);
        Assert.Single(Reads(Read(Line, ("epc-digits", "any"))));
        Assert.Single(Reads(Read(Line, ("epc-digits", "12"))));
    }

    [Theory]
    [InlineData("10.0.0.1,300833B2DDD9014000000001,240000.000000,0,-69", "the time is not as in 132701.940119")]
    [InlineData("10.0.0.1,300833B2DDD9014000000001,132701.940119,0,x", "the signal strength is no whole number")]
    [InlineData("10.0.0.1,,132701.940119,0,-69", "the tag has no EPC")]
    [InlineData("300833B2,yesterday", "the time is not as in 2026-04-02T12:00:00.123Z")]
    public void Lines_that_make_no_sense_are_refused_with_the_reason(string line, string reason) =>
        Assert.Equal(reason, Assert.IsType<ReadFileItem.Rejected>(Assert.Single(Read(line))).Reason);

    [Fact]
    public void A_log_runs_over_midnight_and_a_late_line_belongs_to_the_day_before()
    {
        var reads = Reads(Read(string.Concat(new[] { "235959.0", "000001.0", "235959.5", "000002.0" }.Select(time => $"10.0.0.1,300833B2DDD9014000000001,{time},0,-69\n"))));
        var midnight = At(24, 0, 0, 0);
        Assert.Equal([midnight - 1_000_000, midnight + 1_000_000, midnight - 500_000, midnight + 2_000_000], reads.Select(read => read.TimeMicros));
    }

    [Fact]
    public void The_first_day_is_the_one_declared_otherwise_that_in_the_files_name_otherwise_unknown()
    {
        const string Line = "10.0.0.1,300833B2DDD9014000000001,120000.0,0,-69\n";
        var undeclared = new DeviceTimes(TimeZoneInfo.Utc);
        Assert.Equal("the time has no date: declare one", Assert.IsType<ReadFileItem.Rejected>(Assert.Single(Read(Line, undeclared))).Reason);
        var named = Reads(Read(Line, undeclared, ("file", "Elite-Impinj-2026-04-05-12-00-00.txt")))[0].TimeMicros;
        Assert.Equal(At(12, 0, 0, 0) + (3 * 86_400_000_000), named);
        Assert.Equal(At(12, 0, 0, 0), Reads(Read(Line, ("file", "Elite-Impinj-2026-04-05-12-00-00.txt")))[0].TimeMicros);
    }

    private static long At(int hour, int minute, int second, int micros) =>
        Instant.From(new DateTimeOffset(Day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero)).Micros + ((((hour * 60L) + minute) * 60) + second) * 1_000_000 + micros;

    private static List<DecodedRead> Reads(IEnumerable<ReadFileItem> items) => [.. items.Select(item => Assert.IsType<ReadFileItem.Read>(item).Value)];

    private static List<ReadFileItem> Read(string text, params (string Name, string Value)[] settings) => Read(text, new DeviceTimes(TimeZoneInfo.Utc, Day), settings);

    private static List<ReadFileItem> Read(string text, DeviceTimes times, params (string Name, string Value)[] settings) =>
        [.. ImpinjProtocol.Stream.FileFormat!.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), times, settings.ToDictionary(setting => setting.Name, setting => setting.Value))];
}
