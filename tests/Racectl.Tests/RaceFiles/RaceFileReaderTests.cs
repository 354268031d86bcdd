using RaceSystem.Racectl.RaceFiles;
using RaceSystem.Testing;
using RaceSystem.Testing.Races;

namespace RaceSystem.Racectl.Tests.RaceFiles;

public sealed class RaceFileReaderTests
{
    [Fact]
    public void Every_bad_line_is_reported_with_its_number()
    {
        var failure = Assert.Throws<InputException>(() => Read("""
            bib,status,sex,official_time_s,place_overall
            1,FIN,M,7200,1
            2,WON,M,7201,2
            3,FIN,Q,7202,3
            a b,FIN,M,7203,4
            5,FIN,M,fast,5
            6,FIN,M,7204.5,0
            1,FIN,M,7205,7
            """));
        Assert.Equal(
            [(3, "status"), (4, "sex"), (5, "bib"), (6, "official_time_s"), (7, "official_time_s"), (7, "place_overall"), (8, "bib")],
            failure.Problems.Select(problem => (problem.Line, problem.Field)));
        Assert.Contains("lines 2, 8", failure.Problems[^1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_made_up_bib_that_meets_a_printed_one_is_an_error() =>
        Assert.Contains("lines 2, 3", Assert.Throws<InputException>(() => Read("bib,status,official_time_s\n2,FIN,1\n,FIN,2\n")).Problems.Single().Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("bib,status\n1,FIN\n")]
    [InlineData("bib,status,official_time_s,split_bridge_s\n1,FIN,1,1\n")]
    [InlineData("bib,status,official_time_s,bib\n1,FIN,1,1\n")]
    [InlineData("bib,status,official_time_s\n")]
    public void A_file_of_another_kind_is_refused(string csv) => Assert.Throws<InputException>(() => Read(csv));

    [Fact]
    public void Split_columns_without_a_value_are_no_splits_and_the_others_stand_by_distance()
    {
        var file = Read("status,split_30k_s,split_5k_s,split_half_s,official_time_s\nFIN,6000,,4000,8000\n");
        Assert.Equal(["half", "30k"], file.Splits.Select(split => split.SplitId));
        Assert.Equal([4000, 6000], file.Rows[0].Splits);
    }

    [Fact]
    public void A_missing_file_is_reported_not_thrown_at_the_person() =>
        Assert.Contains("cannot be read", Assert.Throws<InputException>(() => RaceFileReader.Read("no-such-file.csv")).Message, StringComparison.Ordinal);

    [Fact]
    public void Plain_and_gzipped_files_are_told_apart_by_content()
    {
        using var folder = new TempFolder();
        var script = RaceScript.Create(Seed.Next());
        var plain = RaceFileReader.Read(script.WriteTo(folder.Combine("race.csv")));
        var zipped = RaceFileReader.Read(script.WriteTo(folder.Combine("race.csv.gz")));
        Assert.Equal(script.Runners.Count, plain.Rows.Count);
        Assert.Equal(plain.Rows.Select(row => (row.Bib, row.Line, row.Official)), zipped.Rows.Select(row => (row.Bib, row.Line, row.Official)));
    }

    private static RaceFile Read(string csv)
    {
        using var text = new StringReader(csv);
        return RaceFileReader.Read(text, "test");
    }
}
