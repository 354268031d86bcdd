using System.Text;
using RaceSystem.Kernel;
using RaceSystem.Timing.Protocols;
using RaceSystem.Timing.Protocols.Clocks;
using RaceSystem.Timing.Protocols.Impinj;

namespace RaceSystem.Timing.Tests.Protocols.Impinj;

public sealed class ImpinjParserTests
{
    private static readonly long Noon = Instant.From(new DateTimeOffset(2026, 4, 2, 12, 0, 0, TimeSpan.Zero)).Micros;

    [Fact]
    public void A_tag_event_gives_chip_time_antenna_and_strength_in_whole_dBm()
    {
        var happened = Parse(ImpinjSamples.Tag);
        Assert.Equal("impinj-01", happened.Location);
        Assert.Equal(new DecodedRead("300833B2DDD9014000000001", Noon + 123_456, -52, 2), happened.Read);
        Assert.Equal(Noon + 123_456, happened.SentMicros);
    }

    [Fact]
    public void The_setting_time_takes_the_last_sight_instead() =>
        Assert.Equal(Noon + 1_000_000, Parse(ImpinjSamples.Tag, ("time", "last")).Read!.Value.TimeMicros);

    [Fact]
    public void The_first_sight_wins_over_the_time_of_the_event() =>
        Assert.Equal(Noon, Parse(ImpinjSamples.Tag.Replace("lastSeenTime\":\"2026-04-02T12:00:01Z", "firstSeenTime\":\"2026-04-02T12:00:00Z", StringComparison.Ordinal)).Read!.Value.TimeMicros);

    [Theory]
    [InlineData("MAgzst3ZAUAAAAAB", "300833B2DDD9014000000001")]
    [InlineData("-_-_", "FBFFBF")]
    [InlineData("AbCd", "ABCD")]
    [InlineData("+/8", "FBFF")]
    public void An_EPC_in_base64_of_either_alphabet_is_the_same_chip_as_in_hex(string epc, string chip) =>
        Assert.Equal(new DecodedRead(chip, Noon, -50, 1), Parse(ImpinjSamples.Base64.Replace("MAgzst3ZAUAAAAAB", epc, StringComparison.Ordinal)).Read);

    [Fact]
    public void Zebra_readers_are_understood() =>
        Assert.Equal(new DecodedRead("E2000000000000000000ABCD", Noon + 500_000, -47, 3), Parse(ImpinjSamples.Zebra).Read);

    [Fact]
    public void A_status_is_no_read_but_tells_the_readers_time()
    {
        var happened = Parse(ImpinjSamples.Status);
        Assert.Null(happened.Read);
        Assert.Equal(Noon - 1_000_000, happened.SentMicros);
    }

    [Theory]
    [InlineData("1", MarkerKind.Gun)]
    [InlineData("2", MarkerKind.Other)]
    public void An_input_is_a_marker_and_the_declared_one_a_gun(string gun, MarkerKind kind) =>
        Assert.Equal(new DecodedMarker(Noon + 2_000_000, kind, "GPI 1 low-to-high"), Parse(ImpinjSamples.Input, ("gun-gpi", gun)).Marker);

    [Theory]
    [InlineData("{\"a\":}", "not JSON")]
    [InlineData("{\"a\":1}", "no event of a reader: neither tagInventoryEvent nor data.idHex")]
    [InlineData("{\"timestamp\":\"2026-04-02T12:00:00Z\",\"tagInventoryEvent\":{}}", "the tag has no EPC")]
    [InlineData("{\"timestamp\":\"2026-04-02T12:00:00Z\",\"tagInventoryEvent\":{\"epcHex\":\"30 08\"}}", "the EPC is not hex")]
    [InlineData("{\"tagInventoryEvent\":{\"epcHex\":\"3008\"}}", "the event has no time")]
    [InlineData("{\"timestamp\":\"2026-02-30T12:00:00Z\",\"tagInventoryEvent\":{\"epcHex\":\"3008\"}}", "the time is not as in 2026-04-02T12:00:00.123Z")]
    [InlineData("{\"timestamp\":\"2026-04-02T12:00:00Z\",\"tagInventoryEvent\":{\"epcHex\":\"300000000000000000000000000000000000\"}}", "the EPC has 144 bits: chip codes have at most 128")]
    public void What_makes_no_sense_is_refused_with_its_reason(string json, string reason)
    {
        Assert.False(Parser().TryParse(Encoding.UTF8.GetBytes(json), out _, out var problem));
        Assert.Equal(reason, problem);
    }

    private static ImpinjEvent Parse(string json, params (string Name, string Value)[] settings)
    {
        Assert.True(Parser(settings).TryParse(Encoding.UTF8.GetBytes(json), out var happened, out var problem), problem);
        return happened;
    }

    private static ImpinjParser Parser(params (string Name, string Value)[] settings) =>
        new(new DeviceTimes(TimeZoneInfo.Utc), settings.ToDictionary(setting => setting.Name, setting => setting.Value));
}
