using RaceSystem.Kernel;
using RaceSystem.Timing.Protocols;
using RaceSystem.Timing.Protocols.Clocks;
using RaceSystem.Timing.Protocols.Mylaps;

namespace RaceSystem.Timing.Tests.Protocols.Mylaps;

public sealed class MylapsParserTests
{
    private static readonly DeviceTimes Dubai = new(DeviceTimes.ZoneOf("+04:00")!);
    private static readonly DeviceTimes Utc = new(TimeZoneInfo.Utc);

    [Fact]
    public void a_record_of_version_1_gives_chip_time_and_antenna()
    {
        Assert.True(MylapsParser.TryStore("KX1234509:15:02.087 5 04  100012504134E", Dubai, out var read, out var problem), problem);
        Assert.Equal(("KX12345", At("2025-04-13T05:15:02.087Z"), (ushort)3), (read.Chip, read.TimeMicros, read.Antenna));
    }

    [Theory]
    [InlineData("0RK9T6N 13:50:23.30 9323  1000009080387", "2009-08-03T13:50:23.30Z")]
    [InlineData("0RK9T6N 13:50:25.35 9323  100010908038F", "2009-08-03T13:50:25.35Z")]
    public void a_time_of_hundredths_has_a_leading_blank_and_counts_in_the_checksum(string record, string expected)
    {
        Assert.True(MylapsParser.TryStore(record, Utc, out var read, out var problem), problem);
        Assert.Equal(("0RK9T6N", At(expected)), (read.Chip, read.TimeMicros));
    }

    [Theory]
    [InlineData("0RK9T6N 13:50:23.30 9323 1000009080387")]
    [InlineData("DK5M6M9 12:15:05.61 1 1FFFFFFFF 1FFFFFF0908033F")]
    public void a_record_of_another_width_is_taken_without_its_checksum(string record)
    {
        Assert.True(MylapsParser.TryStore(record, Utc, out var read, out var problem), problem);
        Assert.Equal(At("2009-08-03T00:00:00Z"), read.TimeMicros - (read.TimeMicros % 86_400_000_000));
    }

    [Theory]
    [InlineData("KX1234509:15:02.087 5 04  100012504134F", "checksum")]
    [InlineData("KX1234509:15:02.087 5 04  10001250413", "date")]
    [InlineData("KX12345", "39 characters")]
    [InlineData("KX1234509:15:02.087 5 0X  100012504134E", "digits")]
    [InlineData("KX-234509:15:02.087 5 04  100012504134A", "chip code")]
    [InlineData("KX1234529:15:02.087 5 04  1000125041350", "time of day")]
    [InlineData("KX1234509:15:02.087 5 04  100012513414F", "date")]
    public void a_record_that_makes_no_sense_is_refused_with_the_reason(string record, string reason)
    {
        Assert.False(MylapsParser.TryStore(record, Utc, out _, out var problem));
        Assert.Contains(reason, problem);
    }

    [Fact]
    public void any_changed_character_of_a_record_breaks_its_checksum()
    {
        const string Record = "KX1234509:15:02.087 5 04  100012504134E";
        for (var index = 0; index < Record.Length; index++)
        {
            var changed = Record.ToCharArray();
            changed[index] = changed[index] == '1' ? '2' : '1';
            Assert.False(MylapsParser.TryStore(new string(changed), Utc, out _, out _), $"character {index}");
        }
    }

    [Theory]
    [InlineData("t=13:11:30.904|c=0000041|ct=UH|d=120606|l=13|dv=4|re=0|an=00001111|g=0|b=41|n=41", "0000041", "2012-06-06T13:11:30.904Z", 0, 0)]
    [InlineData("c=4ayxrtf|t=07:00:00.550|d=120606|amd=-101.15|an=00000100|ans=2", "4AYXRTF", "2012-06-06T07:00:00.550Z", -101, 2)]
    [InlineData("c=4AYXRTF|utc=1744524902087|t=07:00:00|d=250413|an=8", "4AYXRTF", "2025-04-13T06:15:02.087Z", 0, 8)]
    [InlineData("c=4AYXRTF|t=07:00:00|d=250413|utc=11273599|an=00100000", "4AYXRTF", "2025-04-13T07:00:00Z", 0, 6)]
    public void a_record_of_version_2_gives_what_its_fields_tell(string record, string chip, string time, int dbm, int antenna)
    {
        Assert.True(MylapsParser.TryPassing(record, Utc, out var read, out var problem), problem);
        Assert.Equal(new DecodedRead(chip, At(time), (short)dbm, (ushort)antenna), read);
    }

    [Theory]
    [InlineData("t=13:11:30.904|d=120606", "chip")]
    [InlineData("c=0000041|d=120606", "time of day")]
    [InlineData("c=0000041|t=13:11:30.904", "no date")]
    [InlineData("c=0000041|t=13:11:30.904|d=120699", "date")]
    public void a_record_of_version_2_without_what_it_needs_is_refused(string record, string reason)
    {
        Assert.False(MylapsParser.TryPassing(record, Utc, out _, out var problem));
        Assert.Contains(reason, problem);
    }

    [Theory]
    [InlineData("2025-04-13 05:57:56.027|ext-gun|Extern gunshot", "2025-04-13T01:57:56.027Z", MarkerKind.Gun, "Extern gunshot")]
    [InlineData("t=2017-10-25 11:03:40.347|mt=gun|n=Gunshot 1", "2017-10-25T07:03:40.347Z", MarkerKind.Gun, "Gunshot 1")]
    [InlineData("t=2017-10-25 11:03:40.347|mt=ext-1|n=", "2017-10-25T07:03:40.347Z", MarkerKind.Other, "ext-1")]
    public void a_marker_of_either_version_gives_time_kind_and_name(string record, string time, MarkerKind kind, string name)
    {
        Assert.True(MylapsParser.TryMarker(record, Dubai, out var marker, out var problem), problem);
        Assert.Equal(new DecodedMarker(At(time), kind, name), marker);
    }

    [Fact]
    public void a_marker_without_a_date_takes_the_declared_one()
    {
        var times = new DeviceTimes(TimeZoneInfo.Utc, new DateOnly(2025, 4, 13));
        Assert.True(MylapsParser.TryMarker("t=11:03:40.347|mt=Gunshot|n=Gunshot 1", times, out var marker, out _));
        Assert.Equal(At("2025-04-13T11:03:40.347Z"), marker.TimeMicros);
        Assert.False(MylapsParser.TryMarker("t=11:03:40.347|mt=Gunshot|n=Gunshot 1", Utc, out _, out var problem));
        Assert.Contains("date", problem);
    }

    private static long At(string text) => Instant.From(DateTimeOffset.Parse(text)).Micros;
}
