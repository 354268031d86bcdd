using RaceSystem.Kernel;
using RaceSystem.Registration.Core.Entries;
using RaceSystem.Registration.Core.EraseParticipant;
using RaceSystem.Registration.Core.Meets;

namespace RaceSystem.Registration.Tests.Core.EraseParticipant;

public sealed class EntryErasureTests
{
    private static readonly Entry Named = new("e1", "marathon", "7", ["A"], "w2", new("Kim", "Jong Song", Sex.Male, new DateOnly(1983, 5, 1), 0, "PRK", "Sobaeksu"), "", EntryStatus.Confirmed)
    {
        Attributes = [new("category", "wheelchair"), new("phone", "123")],
        Team = "Sobaeksu A",
        RelayRunners = [new("Kim", Sex.Male, 41)],
    };

    [Fact]
    public void What_ranks_stays_and_what_names_goes()
    {
        var meet = new MeetCatalog(Sample.Meet with { Races = [Sample.FullRace("marathon")] });
        var erased = EntryErasure.Of(Named, meet);

        Assert.Equal(new Participant("", "", Sex.Male, null, 41, "", ""), erased.Participant);
        Assert.Equal(("e1", "marathon", "7", "w2", "", Visibility.Erased), (erased.EntryId, erased.RaceId, erased.Bib, erased.WaveId, erased.Team, erased.Visibility));
        Assert.Equal(["category"], erased.Attributes.Select(attribute => attribute.Key));
        Assert.Empty(erased.RelayRunners);
        Assert.Equal(EntryFacts.Of(Named, meet).DivisionId, EntryFacts.Of(erased, meet).DivisionId);
    }

    [Fact]
    public void A_division_of_a_nation_is_kept_although_the_country_goes()
    {
        var race = Sample.Race("marathon") with { Divisions = [new Division("PRK", "", Sex.Unspecified, 0, 0, false) { Countries = ["PRK"] }, Sample.M40] };
        var meet = new MeetCatalog(Sample.Meet with { Races = [race] });

        Assert.Equal("PRK", EntryFacts.Of(EntryErasure.Of(Named, meet), meet).DivisionId);
    }

    /// <summary>
    /// Judged once more before the person goes, so that no prize moves to somebody else: every condition of every race, also of the
    /// races that the runner did not enter, and nothing that is not met.
    /// </summary>
    [Fact]
    public void Which_conditions_of_the_meet_the_person_met_is_kept()
    {
        var other = Sample.Race("half") with { Records = [new("nr", "National record", Sex.Unspecified, "", "KEN", null, "", ""), new("hr", "Home record", Sex.Unspecified, "", "PRK", null, "", "")] };
        var meet = new MeetCatalog(Sample.Meet with { Races = [Sample.FullRace("marathon"), other] });

        Assert.Equal(
            new[]
            {
                Id([], [], ("category", ["wheelchair"], false)),
                Id(["PRK", "KOR"], []),
                Id([], ["Sobaeksu"]),
                Id(["PRK"], [], ("prize", ["no"], true)),
                Id(["PRK"], []),
            }.Order(),
            EntryErasure.Of(Named, meet).ConditionsMet!.Value);
        var renounced = Named with { Attributes = [new("prize", "no")], Participant = Named.Participant with { Country = "KEN", Club = "" } };
        Assert.Equal([Id(["KEN"], [])], EntryErasure.Of(renounced, meet).ConditionsMet!.Value);
    }

    private static ulong Id(string[] countries, string[] clubs, params (string Key, IReadOnlyList<string> Values, bool Negated)[] attributes) =>
        PersonConditionId.Of(countries, clubs, attributes);
}
