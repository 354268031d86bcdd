using RaceSystem.Kernel;
using RaceSystem.Timing.Protocols;
using RaceSystem.Timing.Protocols.ChronoTrack;
using RaceSystem.Timing.Protocols.Clocks;

namespace RaceSystem.Timing.Tests.Protocols.ChronoTrack;

public sealed class ChronoTrackParserTests
{
    private static readonly DeviceTimes Amsterdam = new(TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam"), new DateOnly(2025, 6, 1));

    [Theory]
    [InlineData("CT01_13~21~START~50101~15:54:48.90~1~117F37~8", 21, "START", "50101", "2025-06-01T13:54:48.90Z", 8)]
    [InlineData("CT01_33~1~start~9478~14:02:15.31~0~0F2A38~1", 1, "start", "9478", "2025-06-01T12:02:15.31Z", 0)]
    [InlineData("CT01_33~1~finish~1234~2026-02-01T14:02:15.31~0~POINTCAM~0", 1, "finish", "1234", "2026-02-01T13:02:15.31Z", 0)]
    [InlineData("CT01_33~2000~MILE 5~3132~2025-06-01T08:30:22.04~1~23H016~1", 2000, "MILE 5", "3132", "2025-06-01T06:30:22.04Z", 0)]
    [InlineData("CT01_33~1~finish~ab12~1738418535.31~0~POINTCAM~0", 1, "finish", "AB12", "2025-02-01T14:02:15.31Z", 0)]
    [InlineData("CT01_33~1~finish~1234~50535310~0~POINTCAM~0", 1, "finish", "1234", "2025-06-01T12:02:15.31Z", 0)]
    [InlineData("CT01_33~1~finish~1234~2025-06-01T14:02:15.31+03:00~0~R~0", 1, "finish", "1234", "2025-06-01T11:02:15.31Z", 0)]
    public void a_line_of_either_layout_is_read_in_each_format_of_time(string line, long sequence, string location, string chip, string time, int antenna)
    {
        Assert.True(ChronoTrackParser.TryEvent(line, out var value, out var problem), problem);
        Assert.True(ChronoTrackParser.TryRead(value, Amsterdam, out var read, out problem), problem);
        Assert.Equal((sequence, location), (value.Sequence, value.Location));
        Assert.Equal(new DecodedRead(chip, Instant.From(DateTimeOffset.Parse(time)).Micros, 0, (ushort)antenna), read);
    }

    [Theory]
    [InlineData("CT01_33~1~start~9478", "8 fields")]
    [InlineData("CT01_33~1~~9478~14:02:15.31~0~0F2A38~1", "location")]
    [InlineData("CT01_33~1~start~94 78~14:02:15.31~0~0F2A38~1", "letters and digits")]
    [InlineData("CT01_33~1~start~UNKNOWN~14:02:15.31~0~POINTCAM~0", "recognise")]
    [InlineData("CT01_33~1~start~9478~24:02:15.31~0~0F2A38~1", "formats")]
    [InlineData("CT01_33~1~start~9478~2025-13-01T14:02:15.31~0~0F2A38~1", "formats")]
    [InlineData("CT01_33~1~start~9478~99999999999~0~0F2A38~1", "formats")]
    [InlineData("CT01_33~1~start~9478~2025-03-30T02:30:00.00~0~0F2A38~1", "forward")]
    public void a_line_that_makes_no_sense_tells_why(string line, string reason)
    {
        Assert.False(ChronoTrackParser.TryEvent(line, out var value, out var problem) && ChronoTrackParser.TryRead(value, Amsterdam, out _, out problem));
        Assert.Contains(reason, problem);
    }
}
