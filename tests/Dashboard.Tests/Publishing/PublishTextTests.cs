using RaceSystem.Dashboard.Service.Publishing;

namespace RaceSystem.Dashboard.Tests.Publishing;

public sealed class PublishTextTests
{
    [Theory]
    [InlineData("official_time_ms", "7785000", "2:09:45")]
    [InlineData("official_time_ms", "7785500", "2:09:45.5")]
    [InlineData("official_time_ms", "", "none")]
    [InlineData("status", "\"DSQ\"", "DSQ")]
    [InlineData("place", "12", "12")]
    [InlineData("splits.half", "{\"gun_time_ms\":3900000,\"place\":2}", "gun time 1:05:00, place 2")]
    [InlineData("decisions", "[]", "none")]
    [InlineData("decisions", "[{\"kind\":\"DISQUALIFICATION\"},{\"kind\":\"PENALTY\"}]", "kind DISQUALIFICATION; kind PENALTY")]
    public void A_signed_value_is_shown_as_people_read_it(string field, string json, string shown) => Assert.Equal(shown, PublishText.Value(field, json));
}
