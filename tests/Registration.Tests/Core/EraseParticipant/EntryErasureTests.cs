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
}
