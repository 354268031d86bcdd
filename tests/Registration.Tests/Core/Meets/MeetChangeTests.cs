using RaceSystem.Kernel;
using RaceSystem.Registration.Core;
using RaceSystem.Registration.Core.Meets;
using RaceSystem.Testing;

namespace RaceSystem.Registration.Tests.Core.Meets;

public sealed class MeetChangeTests
{
    [Fact]
    public void The_same_meet_twice_changes_nothing()
    {
        var random = Seed.NextRandom();
        for (var i = 0; i < 300; i++)
        {
            var current = MeetChange.Plan(null, Next(random)).Meet;
            var requested = Next(random);
            var once = MeetChange.Plan(current, requested);
            var twice = MeetChange.Plan(once.Meet, requested);
            Assert.True(twice.IsNothing);
            Assert.Equal(once.Meet, twice.Meet);
        }
    }

    [Fact]
    public void Races_that_are_left_out_stay_and_given_ones_become_as_given()
    {
        var random = Seed.NextRandom();
        for (var i = 0; i < 300; i++)
        {
            var current = Next(random);
            var requested = Next(random);
            var races = MeetChange.Plan(current, requested).Meet.Races.ToDictionary(race => race.RaceId);
            Assert.All(requested.Races, race => Assert.True(race.SameRulesAs(races[race.RaceId]) && race.DisplayName == races[race.RaceId].DisplayName));
            Assert.All(current.Races.ExceptBy(requested.Races.Select(race => race.RaceId), race => race.RaceId), race => Assert.Equal(race, races[race.RaceId]));
            Assert.Equal(races.Count, current.Races.UnionBy(requested.Races, race => race.RaceId).Count());
        }
    }

    [Fact]
    public void A_new_meet_changes_everything()
    {
        var change = MeetChange.Plan(null, Sample.Meet);
        Assert.True(change.MeetChanged);
        Assert.Equal(2, change.ChangedRaces.Count);
        Assert.False(change.IsNothing);
    }

    [Fact]
    public void Only_races_that_differ_count_as_changed()
    {
        var requested = Sample.Meet with { Races = [Sample.Race("marathon"), Sample.Race("half") with { TimeLimit = null }] };
        var change = MeetChange.Plan(Sample.Meet, requested);
        Assert.False(change.MeetChanged);
        Assert.Equal("half", Assert.Single(change.ChangedRaces).RaceId);
    }

    [Fact]
    public void Naming_every_race_gives_their_order()
    {
        var change = MeetChange.Plan(Sample.Meet, Sample.Meet with { Races = [Sample.Race("half"), Sample.Race("marathon")] });
        Assert.True(change.MeetChanged);
        Assert.Empty(change.ChangedRaces);
        Assert.Equal(["half", "marathon"], change.Meet.Races.Select(race => race.RaceId));
    }

    [Fact]
    public void Races_that_are_left_out_count_towards_the_limit()
    {
        var full = Sample.Meet with { Races = ValueList.From(Enumerable.Range(0, 100).Select(i => Sample.Race($"r{i}"))) };
        Assert.Throws<RefusalException>(() => MeetChange.Plan(full, Sample.Meet with { Races = [Sample.Race("one-more")] }));
    }

    [Fact]
    public void Entries_are_looked_at_again_only_where_something_they_lean_on_changes()
    {
        var meet = Sample.Meet;
        Assert.Empty(Touched(meet with { Races = [Sample.Race("marathon") with { TimeLimit = null }] }));
        Assert.Equal(["marathon"], Touched(meet with { Races = [Sample.Race("marathon") with { Divisions = [] }] }));
        Assert.Equal(["half"], Touched(meet with { Races = [Sample.Race("half") with { Waves = [Sample.FirstWave] }] }));
        Assert.Equal(["marathon", "half"], Touched(meet with { RaceDay = meet.RaceDay.AddDays(1) }));
        Assert.Empty(Touched(meet with { Races = [Sample.Race("new")] }));

        IReadOnlyList<string> Touched(Meet requested) => MeetChange.Plan(meet, requested).TouchedRaces(meet);
    }

    private static Meet Next(Random random)
    {
        string[] ids = ["a", "b", "c", "d"];
        random.Shuffle(ids);
        var races = ids.Take(random.Next(0, 5)).Select(id => Sample.Race(id) with { DisplayName = $"{random.Next(3)}" });
        return Sample.Meet with { DisplayName = $"{random.Next(3)}", Races = ValueList.From(races) };
    }
}
