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
    public void A_division_takes_its_sex_and_ages_inclusive(Sex sex, int age, bool taken) => Assert.Equal(taken, Sample.M40.Takes(sex, age));

    [Fact]
    public void A_maximum_of_zero_beside_a_minimum_means_no_upper_end() => Assert.True((Sample.M40 with { MaxAge = 0 }).Takes(Sex.Male, 99));

    [Fact]
    public void Both_ages_zero_takes_nobody_by_age() => Assert.False((Sample.M40 with { MinAge = 0, MaxAge = 0 }).Takes(Sex.Male, 40));

    [Fact]
    public void Without_a_sex_it_takes_any_even_an_unknown_one() => Assert.True((Sample.M40 with { Sex = Sex.Unspecified }).Takes(Sex.Unspecified, 40));

    [Fact]
    public void The_first_division_that_takes_a_runner_wins()
    {
        var race = new RaceCatalog(Sample.Race("marathon") with { Divisions = [Sample.M40 with { DivisionId = "masters", MaxAge = 0 }, Sample.M40] });
        Assert.Equal("masters", race.DivisionOf(Sex.Male, 42));
        Assert.Equal("", race.DivisionOf(Sex.Male, 39));
    }
}
