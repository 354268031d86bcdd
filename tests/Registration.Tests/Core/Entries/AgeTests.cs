using RaceSystem.Registration.Core.Entries;
using RaceSystem.Testing;

namespace RaceSystem.Registration.Tests.Core.Entries;

public sealed class AgeTests
{
    [Theory]
    [InlineData("2025-04-06", "1985-04-06", 40)]
    [InlineData("2025-04-06", "1985-04-07", 39)]
    [InlineData("2025-02-28", "2000-02-29", 24)]
    [InlineData("2025-03-01", "2000-02-29", 25)]
    [InlineData("2024-02-29", "2000-02-29", 24)]
    [InlineData("2025-12-31", "2025-01-01", 0)]
    public void Years_are_completed_on_the_birthday(string day, string birthDate, int age) =>
        Assert.Equal(age, Age.On(DateOnly.Parse(day), DateOnly.Parse(birthDate)));

    [Fact]
    public void Age_grows_by_one_a_year_and_never_falls()
    {
        var random = Seed.NextRandom();
        for (var i = 0; i < 200; i++)
        {
            var birth = new DateOnly(1900, 1, 1).AddDays(random.Next(40_000));
            var day = birth.AddDays(random.Next(30_000));
            Assert.InRange(Age.On(day.AddDays(1), birth) - Age.On(day, birth), 0, 1);
            Assert.Equal(Age.On(day, birth) + 1, Age.On(new DateOnly(day.Year + 1, day.Month, day is { Month: 2, Day: 29 } ? 28 : day.Day), birth) + (day is { Month: 2, Day: 29 } && birth is { Month: 2, Day: 29 } ? 1 : 0));
        }
    }

    [Fact]
    public void The_birth_date_goes_before_a_given_age()
    {
        var person = Sample.Read(Sample.Entry("e1")).Participant with { AgeOnRaceDay = 20 };
        Assert.Equal(41, Age.Of(person, new(2025, 4, 6)));
        Assert.Equal(20, Age.Of(person with { BirthDate = null }, new(2025, 4, 6)));
    }
}
