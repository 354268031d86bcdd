using RaceSystem.Racectl.Entries;
using RaceSystem.Registration.V1;

namespace RaceSystem.Racectl.Tests.Entries;

public sealed class EntryFileTests
{
    [Fact]
    public void A_line_becomes_an_entry()
    {
        var file = Read("""
            race,entry_id,bib,chips,wave,family_name,given_name,sex,birth_date,age,country,club,division
            half,e-1,F12,"aa01; aa02",w1,"Pak, jr",Yong,F,1990-04-06,,PRK,April 25,F35
            """);
        Assert.Empty(file.Problems);
        var (line, entry) = (file.Rows.Single().Line, file.Rows.Single().Entry);
        Assert.Equal((2, "half", "e-1", "F12", "w1", "F35"), (line, entry.RaceId, entry.EntryId, entry.Bib, entry.WaveId, entry.DivisionId));
        Assert.Equal(["AA01", "AA02"], entry.Chips);
        Assert.Equal(
            new Participant { FamilyName = "Pak, jr", GivenName = "Yong", Sex = Sex.Female, BirthDate = "1990-04-06", Country = "PRK", Club = "April 25" },
            entry.Participant);
    }

    [Fact]
    public void Attributes_team_visibility_and_relay_runners_have_columns()
    {
        var file = Read("""
            race,team,visibility,attribute:category,attribute:prize,relay_runners
            half,Reds,anonymous,wheelchair,,"Kim, Sol|F|24; Pak, Yong"
            half,,hidden,,no,Kim|W
            """);
        var entry = Assert.Single(file.Rows).Entry;
        Assert.Equal(("Reds", Visibility.Anonymous), (entry.Team, entry.Visibility));
        Assert.Equal([new Registration.V1.Attribute { Key = "category", Value = "wheelchair" }], entry.Attributes);
        Assert.Equal([new RelayRunner { DisplayName = "Kim, Sol", Sex = Sex.Female, Age = 24 }, new RelayRunner { DisplayName = "Pak, Yong" }], entry.RelayRunners);
        Assert.Equal([(3, "visibility"), (3, "relay_runners")], file.Problems.Select(problem => (problem.Line, problem.Field)));
        Assert.Throws<InputException>(() => Read("race,attribute:Big Prize\nhalf,x\n"));
    }

    [Fact]
    public void All_bad_lines_are_reported_and_the_good_ones_kept()
    {
        var file = Read("""
            race,bib,chips,sex,birth_date,age
            half,1,C1,M,,30
            Half!,2,C2,M,,30
            half,1,C3,M,,30
            half,4,C1,M,,30
            half,5,C#,W,06.04.1990,0
            half,6
            half,7,,,,
            """);
        Assert.Equal(
            [(3, "race"), (4, "bib"), (5, "chips"), (6, "sex"), (6, "birth_date"), (6, "age"), (6, "chips"), (7, "")],
            file.Problems.Select(problem => (problem.Line, problem.Field)));
        Assert.Equal([2, 8], file.Rows.Select(row => row.Line));
    }

    [Fact]
    public void Line_numbers_count_quoted_line_breaks_and_blank_lines() =>
        Assert.Equal([2, 5], Read("race,club\nhalf,\"two\nlines\"\n\nhalf,x\n").Rows.Select(row => row.Line));

    [Fact]
    public void An_unknown_or_missing_column_is_refused_before_any_line()
    {
        var failure = Assert.Throws<InputException>(() => Read("bib,shoe_size,bib\n1,44,1\n"));
        Assert.Equal(["shoe_size", "bib", "race"], failure.Problems.Select(problem => problem.Field));
        Assert.Throws<InputException>(() => Read(""));
    }

    private static EntryFile Read(string csv)
    {
        using var text = new StringReader(csv);
        return EntryFile.Read(text);
    }
}
