using RaceSystem.Racectl.RaceFiles;
using RaceSystem.Racectl.Replay;
using RaceSystem.Testing;
using RaceSystem.Testing.Races;

namespace RaceSystem.Racectl.Tests.Replay;

public sealed class CrossingPlannerTests
{
    [Theory]
    [InlineData("boston_2005", ReplayBasis.Gun, SplitBasis.Gun)]
    [InlineData("boston_2015", ReplayBasis.Net, SplitBasis.Net)]
    [InlineData("chicago_2023", ReplayBasis.Net, SplitBasis.Net)]
    [InlineData("berlin_2013", ReplayBasis.Net, SplitBasis.Net)]
    [InlineData("dublin_2013", ReplayBasis.Gun, SplitBasis.Net)]
    [InlineData("wroclaw_half_2023", ReplayBasis.Net, SplitBasis.Net)]
    [InlineData("nyc_2016_tail", ReplayBasis.Net, SplitBasis.Net)]
    internal void A_real_race_comes_out_of_its_crossings_as_published(string name, ReplayBasis basis, SplitBasis splits)
    {
        var file = RaceFileReader.Read(RaceData.Require("accept", name + ".csv.gz"));
        var scored = new IdealScoring(file, basis, splits);

        Assert.Equal(file.Rows.Count(row => row.PlaceOverall is not null), scored.Ranked.Length);
        Assert.Empty(scored.Differences().Take(10));
        AssertTimes(file, scored, splits);
    }

    [Theory]
    [InlineData(RaceBasis.Gun, false)]
    [InlineData(RaceBasis.Net, false)]
    [InlineData(RaceBasis.Net, true)]
    [InlineData(RaceBasis.NetElseGun, false)]
    internal void A_synthetic_race_comes_out_of_its_crossings_as_published(RaceBasis basis, bool sharedPlaces)
    {
        var script = RaceScript.Create(Seed.Next(), new RaceScriptOptions { Basis = basis, SharedPlaces = sharedPlaces, Runners = 1500, FinishersPerSecond = 8 });
        using var text = new StringReader(script.ToCsv());
        var file = RaceFileReader.Read(text, script.Name);
        var scored = new IdealScoring(file, Enum.Parse<ReplayBasis>(basis.ToString()), SplitBasis.Net);

        Assert.Empty(scored.Differences().Take(10));
        AssertTimes(file, scored, SplitBasis.Net);
        Assert.Equal(sharedPlaces, file.SharesPlaces);
    }

    [Fact]
    public void A_start_read_is_never_before_the_gun()
    {
        var file = Read("bib,status,official_time_s,gun_time_s,net_time_s\n1,FIN,8000,8000,8004\n");
        var crossings = new CrossingPlanner(file, ReplayBasis.Gun, SplitBasis.Gun).Plan();
        Assert.Equal(0, crossings[0].Start);
    }

    [Fact]
    public void Net_else_gun_leaves_runners_without_net_time_without_a_start_read()
    {
        var file = Read("bib,status,start_offset_s,official_time_s,gun_time_s,net_time_s\n1,FIN,60,8000,8060,8000\n2,FIN,,8060,8060,\n");
        var crossings = new CrossingPlanner(file, ReplayBasis.NetElseGun, SplitBasis.Net).Plan();
        Assert.Equal(60_000_000, crossings[0].Start);
        Assert.Null(crossings[1].Start);
        Assert.Equal(8060, IdealScoring.Shown(crossings[1].Finish));
    }

    [Fact]
    public void Who_is_out_is_read_where_the_file_knows_him()
    {
        var file = Read("bib,status,split_5k_s,split_10k_s,official_time_s\n1,DNF,1500,,\n2,DNS,,,\n3,REG,,,\n4,DNF,,,\n5,FIN,1400,2900,6000\n");
        var crossings = new CrossingPlanner(file, ReplayBasis.Net, SplitBasis.Net).Plan();
        Assert.NotNull(crossings[0].Start);
        Assert.Equal(1500, IdealScoring.Shown(crossings[0].Splits[0]));
        Assert.Null(crossings[0].Finish);
        Assert.All([1, 2, 3], i => Assert.Equal((null, null, null, null), (crossings[i].Start, crossings[i].Splits[0], crossings[i].Splits[1], crossings[i].Finish)));
    }

    /// <summary>Gun, net and split times, where the file has them and they do not contradict each other.</summary>
    private static void AssertTimes(RaceFile file, IdealScoring scored, SplitBasis splits)
    {
        var wrong = new List<string>();
        for (var i = 0; i < file.Rows.Count; i++)
        {
            var row = file.Rows[i];
            if (row.Status == RaceFileStatus.Finished && row.Gun >= row.Net && (row.Official == row.Gun || row.Official == row.Net))
            {
                Check(wrong, $"line {row.Line} gun", row.Gun, IdealScoring.Shown(scored.Gun(i)));
                Check(wrong, $"line {row.Line} net", row.Net, IdealScoring.Shown(scored.Net(i)));
            }

            var zero = splits == SplitBasis.Net ? scored.Crossings[i].Start ?? 0 : 0;
            for (var split = 0; split < file.Splits.Count; split++)
            {
                Check(wrong, $"line {row.Line} {file.Splits[split].SplitId}", row.Splits[split], IdealScoring.Shown(scored.Crossings[i].Splits[split] - zero));
            }
        }

        Assert.Empty(wrong.Take(10));
    }

    private static void Check(List<string> wrong, string name, long? published, long? result)
    {
        if (published != result)
        {
            wrong.Add($"{name}: {published} published, {result} comes out");
        }
    }

    private static RaceFile Read(string csv)
    {
        using var text = new StringReader(csv);
        return RaceFileReader.Read(text, "test");
    }
}
