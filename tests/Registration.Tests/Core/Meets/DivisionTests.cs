using RaceSystem.Registration.Core.Meets;

namespace RaceSystem.Registration.Tests.Core.Meets;

public sealed class DivisionTests
{
    [Theory]
    [InlineData(Sex.Male, 40, true)]
    [InlineData(Sex.Male, 44, true)]
    [InlineData(Sex.Male, 39, false)]
    [InlineData(Sex.Male, 45, false)]
    [InlineData(Sex.Female, 40, false)]
    [InlineData(Sex.Unspecified, 40, false)]
    [InlineData(Sex.Male, 0, false)]
    public void A_division_takes_its_sex_and_ages_inclusive(Sex sex, int age, bool taken) => Assert.Equal(taken, Sample.M40.Takes(Of(sex, age)));

    [Fact]
    public void A_maximum_of_zero_beside_a_minimum_means_no_upper_end() => Assert.True((Sample.M40 with { MaxAge = 0 }).Takes(Of(Sex.Male, 99)));

    [Fact]
    public void Both_ages_zero_takes_nobody_by_age() => Assert.False((Sample.M40 with { MinAge = 0, MaxAge = 0 }).Takes(Of(Sex.Male, 40)));

    [Fact]
    public void Without_a_sex_it_takes_any_even_an_unknown_one() => Assert.True((Sample.M40 with { Sex = Sex.Unspecified }).Takes(Of(Sex.Unspecified, 40)));

    [Fact]
    public void The_first_division_that_takes_a_runner_wins()
    {
        var race = new RaceCatalog(Sample.Race("marathon") with { Divisions = [Sample.M40 with { DivisionId = "masters", MaxAge = 0 }, Sample.M40] });
        Assert.Equal("masters", race.DivisionOf(Of(Sex.Male, 42)));
        Assert.Equal("", race.DivisionOf(Of(Sex.Male, 39)));
    }

    [Fact]
    public void A_nation_a_club_or_an_attribute_needs_no_ages()
    {
        var any = Sample.M40 with { Sex = Sex.Unspecified, MinAge = 0, MaxAge = 0 };
        var runner = new DivisionFacts(Sex.Unspecified, 0, "KOR", "Quay Striders", [new("category", "wheelchair")]);
        Assert.True((any with { Countries = ["PRK", "KOR"] }).Takes(runner));
        Assert.False((any with { Countries = ["PRK"] }).Takes(runner));
        Assert.True((any with { Clubs = ["Quay Striders"] }).Takes(runner));
        Assert.False((any with { Clubs = ["quay striders"] }).Takes(runner));
        Assert.True((any with { Attribute = new("category", ["wheelchair"], false) }).Takes(runner));
        Assert.False((any with { Attribute = new("category", ["wheelchair"], true) }).Takes(runner));
        Assert.False((any with { Countries = ["KOR"], Sex = Sex.Female }).Takes(runner));
        Assert.False((any with { Countries = ["KOR"], MinAge = 18 }).Takes(runner));
    }

    [Fact]
    public void An_additional_list_is_nobodys_own_division()
    {
        var race = new RaceCatalog(Sample.Race("marathon") with { Divisions = [Sample.M40 with { DivisionId = "open", MinAge = 18, MaxAge = 0, Additional = true }, Sample.M40] });
        Assert.Equal("M40", race.DivisionOf(Of(Sex.Male, 42)));
        Assert.False(race.HasDivision("open"));
    }

    private static DivisionFacts Of(Sex sex, int age) => new(sex, age, "", "", []);
}
