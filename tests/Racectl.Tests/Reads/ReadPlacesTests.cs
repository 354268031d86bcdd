using RaceSystem.Racectl.Reads;

namespace RaceSystem.Racectl.Tests.Reads;

public sealed class ReadPlacesTests
{
    [Theory]
    [InlineData("Start=start:start-1", "Start")]
    [InlineData("10KM = out=km10:d", "10KM = out")]
    [InlineData("=start:start-1", "")]
    public void A_mapping_names_location_point_and_device(string text, string location)
    {
        var mapping = ReadPlaces.Parse(text)!.Value;
        Assert.Equal(location, mapping.Key);
    }

    [Theory]
    [InlineData("Start")]
    [InlineData("Start=start")]
    [InlineData("Start=start:")]
    [InlineData("Start=Start:s-1")]
    [InlineData("Start=start:s-1:x")]
    public void Anything_else_is_none(string text) => Assert.Null(ReadPlaces.Parse(text));

    [Fact]
    public void A_mapped_location_counts_before_the_device_of_all_others()
    {
        var mapped = new ReadPlace("start", "s-1");
        var others = new ReadPlace("finish", "f-1");
        var places = new ReadPlaces(others, new Dictionary<string, ReadPlace>(StringComparer.OrdinalIgnoreCase) { ["Start"] = mapped });

        Assert.Equal((mapped, others, others), (places.Of("START"), places.Of("Finish"), places.Of("")));
        Assert.Equal([others, mapped], places.All);
        Assert.Null(new ReadPlaces(null, places.ByLocation).Of("Finish"));
    }
}
