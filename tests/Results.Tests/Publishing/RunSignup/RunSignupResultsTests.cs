using System.Text.Json;
using RaceSystem.Kernel;
using RaceSystem.Results.Core.Scoring;
using RaceSystem.Results.Publishing;

namespace RaceSystem.Results.Tests.Publishing.RunSignup;

public sealed class RunSignupResultsTests
{
    [Fact]
    public void The_body_has_the_names_and_times_of_their_api()
    {
        var row = SheetOf.Row("101", 1) with { GunTime = new Elapsed(5_025_000_000), NetTime = new Elapsed(5_022_500_000) };
        row = row with { Entry = row.Entry with { Attributes = [new("runsignup_registration_id", "111222")] } };
        var race = SheetOf.Marathon with { RaceId = "67890", DisplayName = "Official" };

        var body = JsonDocument.Parse(Exported.Text(ExportFormat.RunSignupJson, SheetOf.Rows(race, row, SheetOf.Row("7", status: ResultStatus.Dsq)))).RootElement;
        var result = Assert.Single(body.GetProperty("results").EnumerateArray());

        Assert.Equal((67890, "Official"), (body.GetProperty("event_id").GetInt64(), body.GetProperty("result_set_name").GetString()));
        Assert.Equal((111222, "101", 1), (result.GetProperty("registration_id").GetInt64(), result.GetProperty("bib_num").GetString(), result.GetProperty("place").GetInt32()));
        Assert.Equal(("01:23:45.00", "01:23:42.50"), (result.GetProperty("clock_time").GetString(), result.GetProperty("chip_time").GetString()));
    }

    [Fact]
    public void The_columns_hold_names_apart_and_no_formula()
    {
        var lines = Exported.Text(ExportFormat.RunSignupCsv, SheetOf.Rows(SheetOf.Row("101", 1, name: "=Ri, Un"))).Split('\n');

        Assert.Equal("Place,Bib,First Name,Last Name,Gender,Age,City,State,Country,Clock Time,Chip Time,Gender Place,Division,Division Place", lines[0]);
        Assert.Equal("1,101,Un,'=Ri,F,,,,PRK,02:13:31.00,02:13:21.00,1,,1", lines[1]);
    }
}
