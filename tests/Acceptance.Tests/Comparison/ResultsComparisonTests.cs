namespace RaceSystem.Acceptance.Tests.Comparison;

public sealed class ResultsComparisonTests
{
    [Fact]
    public void The_same_rows_in_any_order_are_equal_and_blanks_demand_nothing()
    {
        Assert.Empty(ResultsComparison.Differences(
            [Row("1", "100", "1", "1", ""), Row("2", "101", "2", "", "")],
            [Row("2", "101", "2", "2", "9"), Row("1", "100", "1", "1", "3")]));
    }

    [Fact]
    public void A_row_without_bib_is_the_number_of_its_data_row()
    {
        Assert.Empty(ResultsComparison.Differences(
            [Row("", "100", "1", "1", "1"), Row("", "101", "2", "2", "2")],
            [Row("1", "100", "1", "1", "1"), Row("2", "101", "2", "2", "2")]));
    }

    [Theory]
    [InlineData("101", "1", "1", "1", "official_time_s")]
    [InlineData("100", "2", "1", "1", "place_overall")]
    [InlineData("100", "1", "", "1", "place_sex")]
    [InlineData("100", "1", "1", "4", "place_division")]
    public void Each_column_counts(string time, string overall, string sex, string division, string column)
    {
        var difference = Assert.Single(ResultsComparison.Differences([Row("1", "100", "1", "1", "1")], [Row("1", time, overall, sex, division)]));
        Assert.Contains(column, difference, StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_rows_doubled_rows_and_places_of_runners_without_one_are_found()
    {
        var differences = ResultsComparison.Differences(
            [Row("1", "100", "1", "1", "1"), Row("2", "", "", "", "")],
            [Row("2", "100", "1", "1", "1"), Row("2", "100", "1", "1", "1")]);
        Assert.Equal(3, differences.Count);
    }

    private static Dictionary<string, string> Row(string bib, string time, string overall, string sex, string division) => new()
    {
        ["bib"] = bib,
        ["official_time_s"] = time,
        ["place_overall"] = overall,
        ["place_sex"] = sex,
        ["place_division"] = division,
    };
}
