using RaceSystem.Dashboard.Service.Publishing;
using RaceSystem.Results.V1;

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
    [InlineData("decisions", """[{"adjudication_id":"a1","decision":"PENALTY","rule":"TR 7","time_us":90000000},{"adjudication_id":"a2","decision":"FINISH_ORDER"}]""", "penalty, TR 7, 1:30; finish order")]
    public void A_signed_value_is_shown_as_people_read_it(string field, string json, string shown) => Assert.Equal(shown, PublishText.Value(field, json));

    [Fact]
    public void Of_a_split_only_what_differs_is_shown()
    {
        var change = new FieldChange { Field = "splits.half", Before = "{\"id\":\"half\",\"place\":2,\"time_ms\":3900000}", After = "{\"id\":\"half\",\"place\":1,\"time_ms\":3900000}" };
        Assert.Equal(("place 2", "place 1"), PublishText.Values(change));
        change.After = "";
        Assert.Equal(("id half, place 2, time 1:05:00", "none"), PublishText.Values(change));
    }
}
