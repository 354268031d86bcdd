using System.Globalization;
using RaceSystem.Timing.Protocols.Clocks;
using RaceSystem.Timing.Protocols.Ipico;

namespace RaceSystem.Timing.Tests.Protocols.Ipico;

public sealed class IpicoParserTests
{
    [Theory]
    [InlineData("aa00058000123b3200012603071348503277", "058000123B32", 0x0001, "2026-03-07 13:48:50.50")]
    [InlineData("aa0005800012860800012603062027472353", "058000128608", 0x0001, "2026-03-06 20:27:47.35")]
    [InlineData("aa400000000123450a2a01123018455927a7FS", "000000012345", 0x0a2a, "2001-12-30 18:45:59.39")]
    [InlineData("aa400000000123450a2a01123018455927a7LS", "000000012345", 0x0a2a, "2001-12-30 18:45:59.39")]
    [InlineData("aa00058000123b3200012603081222022f060080cd", "058000123B32", 0x0001, "2026-03-08 12:22:02.47")]
    [InlineData("aa0005800322d0ee01001706052030415f0b", "05800322D0EE", 0x0100, "2017-06-05 20:30:41.95")]
    public void a_read_of_a_real_reader_is_read(string frame, string chip, int counters, string wall)
    {
        Assert.True(IpicoParser.TryParse(frame, out var parsed, out var problem), problem);
        var read = Assert.IsType<IpicoFrame.Read>(parsed);
        Assert.Equal(chip, read.Chip);
        Assert.Equal(counters, read.Counters);
        Assert.Equal(wall, WallTime.ToDateTime(read.Wall).ToString("yyyy-MM-dd HH:mm:ss.ff", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("aa400000000123450a2a01123018455927a8")]
    [InlineData("aa400000000123450a2a01123018455927a")]
    [InlineData("aa400000000123450a2a01123018455927a7ZZ")]
    [InlineData("aa400000000123450a2a01123018455927a7F")]
    [InlineData("")]
    [InlineData("ac")]
    [InlineData("ab00000223")]
    [InlineData("ab000102")]
    [InlineData("ab000902260306051855443727c0")]
    public void anything_else_is_refused_with_a_reason(string frame)
    {
        Assert.False(IpicoParser.TryParse(frame, out _, out var problem));
        Assert.NotEmpty(problem);
    }

    [Theory]
    [InlineData("00", "000000000001", "0001", "260230", "101010", "00")]
    [InlineData("00", "000000000001", "0001", "260228", "241010", "00")]
    [InlineData("00", "000000000001", "0001", "260228", "101010", "64")]
    [InlineData("00", "00000000000x", "0001", "260228", "101010", "00")]
    [InlineData("00", "000000000001", "0001", "26022 ", "101010", "00")]
    public void a_right_checksum_does_not_make_nonsense_a_read(string reader, string chip, string counters, string date, string time, string hundredths)
    {
        var body = reader + chip + counters + date + time + hundredths;
        Assert.False(IpicoParser.TryParse($"aa{body}{IpicoParser.Checksum(body):x2}", out _, out _));
    }

    [Fact]
    public void control_frames_tell_time_trigger_memory_and_refusals()
    {
        Assert.Equal("2026-03-06 18:55:44.55", Shown(Assert.IsType<IpicoFrame.Date>(Parse("ab000902260306051855443727cf")).Wall));
        Assert.Equal("2026-03-06 20:04:15.27", Shown(Assert.IsType<IpicoFrame.Trigger>(Parse("ab000a2c260306052004151b2782ae")).Wall));
        Assert.Equal(new IpicoFrame.Memory(true, 0x0204F6, 0x00016C), Parse(Framed("000d4b030204f600016c0059058f0300")));
        Assert.Equal(new IpicoFrame.Memory(false, 0, 0), Parse(Framed("000d4b010000000000000059058f0100")));
        Assert.IsType<IpicoFrame.Refusal>(Parse("ab0000f258"));
        Assert.IsType<IpicoFrame.Other>(Parse("ab0000372a"));
        Assert.IsType<IpicoFrame.Other>(Parse("ab00ff4bc2"));
    }

    private static IpicoFrame Parse(string frame)
    {
        Assert.True(IpicoParser.TryParse(frame, out var parsed, out var problem), problem);
        return parsed;
    }

    private static string Framed(string body) => $"ab{body}{IpicoParser.Checksum(body):x2}";

    private static string Shown(long wall) => WallTime.ToDateTime(wall).ToString("yyyy-MM-dd HH:mm:ss.ff", CultureInfo.InvariantCulture);
}
