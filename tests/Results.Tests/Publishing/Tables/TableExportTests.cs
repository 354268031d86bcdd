using System.Text.Json;
using RaceSystem.Kernel;
using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Core.Scoring;
using RaceSystem.Results.Core.Sheets;
using RaceSystem.Results.Publishing;
using RaceSystem.Results.Publishing.Tables;

namespace RaceSystem.Results.Tests.Publishing.Tables;

public sealed class TableExportTests
{
    [Fact]
    public void Ranked_rows_come_first_by_place_then_the_others_by_bib_in_lines_that_end_in_lf()
    {
        var sheet = SheetOf.Rows(Row("10"), Row("9", status: ResultStatus.Dns), Row("7", 2), Row("8", 1));

        Assert.Equal(
            "bib,status,sex,age,country,division,place_overall,place_sex,place_division,official_time_s,gun_time_s,net_time_s,split_5k_s,split_half_s\n" +
            "8,FIN,F,,PRK,\"a,b\",1,1,1,8001,8011,8001,1500,\n" +
            "7,FIN,F,,PRK,\"a,b\",2,2,2,8002,8012,8002,1500,\n" +
            "9,DNS,F,,PRK,\"a,b\",,,,,,,1500,\n" +
            "10,DNF,F,,PRK,\"a,b\",,,,,,,1500,\n",
            Exported.Text(ExportFormat.Csv, sheet));
    }

    [Fact]
    public void Runners_who_share_a_place_come_by_bib_whatever_order_they_crossed_in()
    {
        var sheet = SheetOf.Rows(Row("101", 1), Row("20", 2), Row("3", 2));

        Assert.Equal(["101", "3", "20"], Exported.Text(ExportFormat.Csv, sheet).Split('\n').Skip(1).SkipLast(1).Select(line => line.Split(',')[0]));
    }

    [Fact]
    public void Several_races_begin_each_row_with_the_race_and_have_the_splits_of_all()
    {
        var short10 = SheetOf.Marathon with { RaceId = "k", Visits = [SheetOf.Marathon.Visits[0], new CourseVisit("3k", "3 km", "3k", 3000), SheetOf.Marathon.Visits[3]] };
        var csv = Exported.Text(ExportFormat.Csv, SheetOf.Rows(Row("2", 1)), SheetOf.Rows(short10, SheetOf.Row("1", 1, race: short10)));

        Assert.Equal(["race,bib", "marathon,2", "k,1"], csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => string.Join(',', line.Split(',').Take(2))));
        Assert.Equal("race,bib,status,sex,age,country,division,place_overall,place_sex,place_division,official_time_s,gun_time_s,net_time_s,split_3k_s,split_5k_s,split_half_s", csv.Split('\n')[0]);
        Assert.EndsWith(",8001,1500,,", csv.Split('\n')[2], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ResultStatus.Registered, "REG")]
    [InlineData(ResultStatus.OnCourse, "RUN")]
    [InlineData(ResultStatus.Finished, "FIN")]
    [InlineData(ResultStatus.Dns, "DNS")]
    [InlineData(ResultStatus.Dnf, "DNF")]
    [InlineData(ResultStatus.Dsq, "DSQ")]
    [InlineData(ResultStatus.OverTimeLimit, "OTL")]
    [InlineData(ResultStatus.NotClassified, "NC")]
    public void Each_status_has_its_word(ResultStatus status, string word) => Assert.Equal(word, SheetWords.Of(status));

    [Fact]
    public void Json_holds_the_same_and_leaves_out_what_is_not_there()
    {
        var rows = JsonDocument.Parse(Exported.Text(ExportFormat.Json, SheetOf.Rows(Row("9", status: ResultStatus.Dns), Row("8", 1)))).RootElement;

        Assert.Equal("8", rows[0].GetProperty("bib").GetString());
        Assert.Equal(8001, rows[0].GetProperty("official_time_s").GetInt64());
        Assert.Equal(1500, rows[0].GetProperty("splits").GetProperty("5k").GetInt64());
        Assert.False(rows[1].TryGetProperty("place_overall", out _));
        Assert.False(rows[0].TryGetProperty("name", out _));
    }

    [Fact]
    public void Tenths_are_written_where_the_race_shows_them()
    {
        var row = SheetOf.Row("1", 1) with { OfficialTime = new Elapsed(1_799_300_000), NetTime = new Elapsed(1_800_000_000) };

        Assert.Contains(",1799.3,8011,1800,", Exported.Text(ExportFormat.Csv, SheetOf.Rows(row)), StringComparison.Ordinal);
        Assert.Equal(1799.3m, JsonDocument.Parse(Exported.Text(ExportFormat.Json, SheetOf.Rows(row))).RootElement[0].GetProperty("official_time_s").GetDecimal());
    }

    [Theory]
    [InlineData(ExportSplitBasis.Official, "1")]
    [InlineData(ExportSplitBasis.Net, "3")]
    [InlineData(ExportSplitBasis.Gun, "2")]
    public void Split_times_count_from_what_is_asked_for(ExportSplitBasis basis, string seconds)
    {
        var row = SheetOf.Row("1", 1);
        row = row with { Splits = [row.Splits[0], row.Splits[1] with { OfficialTime = Elapsed.FromSeconds(1), GunTime = Elapsed.FromSeconds(2), NetTime = Elapsed.FromSeconds(3) }, .. row.Splits.Skip(2)] };

        Assert.EndsWith($",{seconds},\n", Exported.Text(new ExportOrder { Format = ExportFormat.Csv, Splits = basis }, SheetOf.Rows(row)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("\t=1", "' =1")]
    [InlineData("\r\n=1", "'  =1")]
    [InlineData("＝1+1", "'＝1+1")]
    [InlineData("Zoë", "Zoë")]
    [InlineData("a\nb\0c", "a b c")]
    [InlineData("", "")]
    public void What_a_spreadsheet_would_run_is_text(string typed, string written) => Assert.Equal(written, SpreadsheetText.Safe(typed));

    [Fact]
    public void Names_come_after_the_other_columns_when_they_are_asked_for()
    {
        var row = SheetOf.Row("1", 1, name: "Ri, \"Myong\" Su") with { DivisionId = "=cmd()" };
        var order = new ExportOrder { Format = ExportFormat.Csv, WithNames = true };

        var lines = Exported.Text(order, SheetOf.Rows(row)).Split('\n');

        Assert.EndsWith(",split_half_s,name,club,team", lines[0], StringComparison.Ordinal);
        Assert.EndsWith(",1500,,\"Ri, \"\"Myong\"\" Su\",,", lines[1], StringComparison.Ordinal);
        Assert.Contains(",'=cmd(),", lines[1], StringComparison.Ordinal);
    }

    private static ResultRow Row(string bib, int place = 0, ResultStatus? status = null) => SheetOf.Row(bib, place, status, division: "a,b");
}
