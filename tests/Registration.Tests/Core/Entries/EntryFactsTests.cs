using RaceSystem.Registration.Core.Entries;
using RaceSystem.Registration.Core.Meets;

namespace RaceSystem.Registration.Tests.Core.Entries;

public sealed class EntryFactsTests
{
    [Fact]
    public void Facts_hold_what_others_need_worked_out()
    {
        var facts = Of(Sample.Entry("e1", "42", "C1", "C2"));
        Assert.Equal(
            new EntryFacts("e1", "marathon", "42", ["C1", "C2"], "w1", "Kim, Jong Song", Sex.Male, 41, "PRK", "Sobaeksu", "M40", false),
            facts);
    }

    [Fact]
    public void Wave_and_division_of_the_entry_go_first()
    {
        var facts = Of(Sample.Entry("e1") with { WaveId = "w2", DivisionId = "F40" });
        Assert.Equal(("w2", "F40"), (facts.WaveId, facts.DivisionId));
    }

    [Theory]
    [InlineData("Kim", "Jong Song", "Kim, Jong Song")]
    [InlineData("Kim", "", "Kim")]
    [InlineData("", "Jong Song", "Jong Song")]
    [InlineData("", "", "")]
    public void The_name_shown_is_made_of_what_is_known(string family, string given, string shown) =>
        Assert.Equal(shown, Of(Sample.Entry("e1") with { FamilyName = family, GivenName = given }).DisplayName);

    [Theory]
    [InlineData("", "Reds", true, "Reds")]
    [InlineData("Kim", "Reds", true, "Reds")]
    [InlineData("Kim", "", true, "Kim")]
    [InlineData("Kim", "Reds", false, "Kim")]
    [InlineData("", "Reds", false, "")]
    public void The_name_of_a_relay_is_its_teams(string family, string team, bool isRelay, string shown)
    {
        var race = Sample.Race("marathon") with { ExchangeSplitIds = isRelay ? ["half"] : [] };
        var draft = Sample.Entry("e1") with { FamilyName = family, GivenName = "", Team = team };
        Assert.Equal(shown, EntryFacts.Of(Sample.Read(draft), new MeetCatalog(Sample.Meet with { Races = [race] })).DisplayName);
    }

    [Fact]
    public void A_runner_of_unknown_sex_and_age_has_no_division()
    {
        Assert.Equal("", Of(Sample.Entry("e1") with { Sex = Sex.Unspecified }).DivisionId);
        Assert.Equal("", Of(Sample.Entry("e1") with { BirthDate = "" }).DivisionId);
    }

    [Fact]
    public void A_withdrawn_entry_says_so() => Assert.True(Of(Sample.Entry("e1") with { Status = EntryStatus.Withdrawn }).Withdrawn);

    [Fact]
    public void An_anonymous_runner_keeps_what_ranks_and_loses_the_name()
    {
        var draft = Sample.Entry("e1", "42", "C1") with { Visibility = Visibility.Anonymous, Team = "Reds", Attributes = [new("category", "wheelchair")] };
        Assert.Equal(
            new EntryFacts("e1", "marathon", "42", ["C1"], "w1", "", Sex.Male, 41, draft.Country, draft.Club, "M40", false) { Visibility = Visibility.Anonymous, Team = "Reds", Attributes = [new("category", "wheelchair")] },
            Of(draft));
    }

    [Fact]
    public void An_anonymous_runner_stays_in_a_division_of_the_country()
    {
        var race = Sample.Race("marathon") with { Divisions = [Sample.M40 with { DivisionId = "PRK", Countries = ["PRK"] }] };
        var catalog = new MeetCatalog(Sample.Meet with { Races = [race] });
        var facts = EntryFacts.Of(Sample.Read(Sample.Entry("e1") with { Visibility = Visibility.Anonymous }), catalog);
        Assert.Equal(("PRK", "PRK", ""), (facts.DivisionId, facts.Country, facts.DisplayName));
    }

    private static EntryFacts Of(EntryDraft draft) => EntryFacts.Of(Sample.Read(draft), Sample.Catalog);
}
