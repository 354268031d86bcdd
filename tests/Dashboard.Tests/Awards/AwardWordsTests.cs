using RaceSystem.Dashboard.Service.Awards;
using RaceSystem.Registration.V1;
using RaceSystem.Results.V1;

namespace RaceSystem.Dashboard.Tests.Awards;

public sealed class AwardWordsTests
{
    [Theory]
    [InlineData(1, 0, false, "Place 1 still open")]
    [InlineData(3, 0, false, "All 3 places still open")]
    [InlineData(3, 1, false, "Places 2 and 3 still open")]
    [InlineData(3, 2, true, "Place 3 open: nobody else qualifies")]
    [InlineData(6, 1, true, "Places 2 to 6 open: nobody else qualifies")]
    [InlineData(3, 3, true, "")]
    [InlineData(3, 4, false, "")] // the last place is shared
    public void What_nobody_has_won_is_said(int depth, int winners, bool isOver, string expected)
    {
        var list = new AwardList { Depth = depth };
        list.Winners.AddRange(Enumerable.Range(1, winners).Select(place => new AwardWinner { Place = Math.Min(place, depth) }));
        Assert.Equal(expected, AwardWords.Open(list, isOver));
    }

    [Theory]
    [InlineData("Men", "", Sex.Male, "Men")]
    [InlineData("Overall", "", Sex.Female, "Overall · Women")]
    [InlineData("", "", Sex.Unspecified, "a-1")]
    [InlineData("Masters", "35", Sex.Female, "Masters · 35–39 · Women")]
    [InlineData("Masters", "40", Sex.Unspecified, "Masters · 40")]
    public void An_award_says_of_whom_it_is(string name, string division, Sex sex, string expected)
    {
        var race = new Race { Divisions = { new Division { DivisionId = "35", DisplayName = "35–39", RankedBySex = true } } };
        Assert.Equal(expected, AwardWords.Title(new AwardList { AwardId = "a-1", DisplayName = name, DivisionId = division, Sex = sex }, race));
    }
}
