using System.Text.Json;
using RaceSystem.Racectl.ExportResults;
using RaceSystem.Registration.V1;
using RaceSystem.Results.V1;

namespace RaceSystem.Racectl.Tests.ExportResults;

public sealed class CsvResultsTests
{
    [Fact]
    public void Ranked_rows_come_first_by_place_then_the_others_by_bib_in_lines_that_end_in_lf()
    {
        var csv = Csv(["m"], [Row("10", ResultStatus.Dnf), Row("9", ResultStatus.Dns), Row("7", ResultStatus.Finished, 2), Row("8", ResultStatus.Finished, 1)]);
        Assert.Equal(
            "bib,status,sex,age,country,division,place_overall,place_sex,place_division,official_time_s,gun_time_s,net_time_s,split_5k_s,split_half_s\n" +
            "8,FIN,F,,PRK,\"a,b\",1,1,1,8001,8011,8001,1500,\n" +
            "7,FIN,F,,PRK,\"a,b\",2,2,2,8002,8012,8002,1500,\n" +
            "9,DNS,F,,PRK,\"a,b\",,,,,,,1500,\n" +
            "10,DNF,F,,PRK,\"a,b\",,,,,,,1500,\n",
            csv);
    }

    [Fact]
    public void Several_races_begin_each_row_with_the_race_in_the_order_of_the_meet()
    {
        var csv = Csv(["m", "k"], [Row("1", ResultStatus.Finished, 1) with { RaceId = "k" }, Row("2", ResultStatus.Finished, 1)]);
        Assert.Equal(["race,bib", "m,2", "k,1"], csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => string.Join(',', line.Split(',').Take(2))));
    }

    [Theory]
    [InlineData(ResultStatus.Finished, "FIN")]
    [InlineData(ResultStatus.Dnf, "DNF")]
    [InlineData(ResultStatus.Dns, "DNS")]
    [InlineData(ResultStatus.Registered, "REG")]
    [InlineData(ResultStatus.Dsq, "DSQ")]
    [InlineData(ResultStatus.OverTimeLimit, "OTL")]
    [InlineData(ResultStatus.NotClassified, "NC")]
    public void Each_status_has_its_word(ResultStatus status, string word) => Assert.Equal(word, ResultWords.Of(status));

    [Fact]
    public void Json_holds_the_same_and_leaves_out_what_is_not_there()
    {
        using var writer = new StringWriter();
        JsonResults.Write(ResultTable.Of(["m"], ["5k", "half"], [Row("9", ResultStatus.Dns), Row("8", ResultStatus.Finished, 1)]), writer);
        var rows = JsonDocument.Parse(writer.ToString()).RootElement;
        Assert.Equal("8", rows[0].GetProperty("bib").GetString());
        Assert.Equal(8001, rows[0].GetProperty("official_time_s").GetInt64());
        Assert.Equal(1500, rows[0].GetProperty("splits").GetProperty("5k").GetInt64());
        Assert.False(rows[1].TryGetProperty("place_overall", out _));
    }

    private static string Csv(string[] races, ResultRow[] rows)
    {
        using var writer = new StringWriter();
        CsvResults.Write(ResultTable.Of(races, ["5k", "half"], rows), writer);
        return writer.ToString();
    }

    private static ResultRow Row(string bib, ResultStatus status, int place = 0) => new()
    {
        RaceId = "m",
        Bib = bib,
        Status = status,
        Sex = Sex.Female,
        Age = 0,
        Country = "PRK",
        Division = "a,b",
        PlaceOverall = place,
        PlaceBySex = place,
        PlaceByDivision = place,
        Official = place > 0 ? 8000 + place : null,
        Gun = place > 0 ? 8010 + place : null,
        Net = place > 0 ? 8000 + place : null,
        Splits = [1500, null],
    };
}
