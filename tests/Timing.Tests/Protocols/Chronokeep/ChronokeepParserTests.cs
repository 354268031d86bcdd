using System.Text.Json;
using RaceSystem.Timing.Protocols;
using RaceSystem.Timing.Protocols.Chronokeep;

namespace RaceSystem.Timing.Tests.Protocols.Chronokeep;

public sealed class ChronokeepParserTests
{
    private static readonly long Seconds = ChronokeepSamples.Noon / 1_000_000;

    [Fact]
    public void A_read_has_the_portals_time_or_when_declared_the_readers()
    {
        Assert.Equal(new PortalRead("A", Seconds, new DecodedRead("ABC1", ChronokeepSamples.Noon + 250_000, -57, 3)), Parse(ChronokeepSamples.Read("abc1", Seconds), false));
        Assert.Equal(new PortalRead("A", Seconds, new DecodedRead("ABC1", ChronokeepSamples.Noon - 4_999_000, -57, 3)), Parse(ChronokeepSamples.Read("abc1", Seconds), true));
    }

    [Theory]
    [InlineData("bib", "manual", PortalRead.IsBib)]
    [InlineData("bib", "reader", PortalRead.IsBib)]
    [InlineData("chip", "manual", PortalRead.IsTyped)]
    [InlineData("chip", "x", "its ident_type or type is not known")]
    public void What_a_person_typed_in_is_no_detection(string identType, string type, string reason) =>
        Assert.Equal(reason, Refused(ChronokeepSamples.Read("12", Seconds, identType, type)));

    [Theory]
    [InlineData("\"seconds\"", "\"second\"", "it has no time in seconds and milliseconds")]
    [InlineData("\"milliseconds\":250", "\"milliseconds\":1000", "it has no time in seconds and milliseconds")]
    [InlineData("abc1", "ab c1", "its identifier is no chip code")]
    public void What_makes_no_sense_is_refused_with_its_reason(string good, string bad, string reason) =>
        Assert.Equal(reason, Refused(ChronokeepSamples.Read("abc1", Seconds).Replace(good, bad, StringComparison.Ordinal)));

    private static PortalRead Parse(string json, bool takesReaderClock)
    {
        using var document = JsonDocument.Parse(json);
        Assert.True(PortalRead.TryParse(document.RootElement, takesReaderClock, out var read, out var problem), problem);
        return read;
    }

    private static string Refused(string json)
    {
        using var document = JsonDocument.Parse(json);
        Assert.False(PortalRead.TryParse(document.RootElement, false, out _, out var problem));
        return problem;
    }
}
