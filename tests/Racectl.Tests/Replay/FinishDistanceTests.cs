using RaceSystem.Racectl.RaceFiles;
using RaceSystem.Racectl.Replay;
using RaceSystem.Testing.Races;

namespace RaceSystem.Racectl.Tests.Replay;

public sealed class FinishDistanceTests
{
    [Theory]
    [InlineData("boston_2005", 42_195)]
    [InlineData("boston_2015", 42_195)]
    [InlineData("berlin_2013", 42_195)]
    [InlineData("dublin_2013", 42_195)]
    [InlineData("wroclaw_half_2023", 21_097)]
    [InlineData("nyc_2016_tail", 42_195)]
    public void Real_races_get_their_distance(string name, long metres) =>
        Assert.Equal(metres, FinishDistance.Of(RaceFileReader.Read(RaceData.Require("accept", name + ".csv.gz"))));

    [Theory]
    [InlineData("status,official_time_s\nFIN,2100\nFIN,3400\nFIN,4200\n", 10_000, "10k")]
    [InlineData("status,official_time_s\nFIN,4000\nFIN,7200\nFIN,9000\n", 21_097, "half")]
    [InlineData("status,official_time_s\nFIN,8000\nFIN,15000\n", 42_195, "marathon")]
    [InlineData("status,official_time_s\nFIN,850\nFIN,1600\n", 5_000, "5k")]
    [InlineData("status,split_5k_s,official_time_s\nFIN,1000,2010\nFIN,1800,3700\n", 10_000, "10k")]
    [InlineData("status,split_10k_s,official_time_s\nFIN,2100,8900\nFIN,3300,14700\n", 42_195, "marathon")]
    [InlineData("status,split_5k_s,split_40k_s,official_time_s\nDNF,1000,,\n", 42_195, "marathon")]
    public void The_distance_fits_the_times(string csv, long metres, string raceId)
    {
        using var text = new StringReader(csv);
        var file = RaceFileReader.Read(text, "test");
        if (file.Splits.Count == 0 || file.Rows.Any(row => row.Official is not null))
        {
            Assert.Equal(metres, FinishDistance.Of(file));
            Assert.Equal(raceId, FinishDistance.NameOf(metres).RaceId);
        }

        Assert.True(FinishDistance.Of(file) > file.Splits.Select(split => split.DistanceM).LastOrDefault());
    }
}
