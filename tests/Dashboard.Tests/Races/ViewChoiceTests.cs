using RaceSystem.Dashboard.Service.Races;
using RaceSystem.Kernel;
using RaceSystem.Registration.V1;
using RaceSystem.Results.V1;

namespace RaceSystem.Dashboard.Tests.Races;

public sealed class ViewChoiceTests
{
    [Theory]
    [InlineData(0, 0, StandingsOrder.Live)]
    [InlineData(5, 0, StandingsOrder.Live)]
    [InlineData(5, 1, StandingsOrder.Live)]
    [InlineData(0, 9, StandingsOrder.Finish)]
    public void Without_a_choice_it_is_live_order_while_runners_are_out_and_the_finish_after(int onCourse, int finished, StandingsOrder order)
    {
        var race = Race();
        (race.OnCourseCount, race.FinishedCount) = (onCourse, finished);
        Assert.Equal(order, ViewChoice.Read("m", race, null, null, null).Order);
    }

    [Theory]
    [InlineData("live")]
    [InlineData("finish")]
    [InlineData("10k")]
    public void An_address_made_of_a_view_leads_back_to_it(string at)
    {
        var view = ViewChoice.Read("m", Race(), at, "women", "F40 +/&");
        var query = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(view.Query());
        Assert.Equal(view, ViewChoice.Read("m", Race(), query["at"], query["sex"], query["division"]));
        Assert.Equal(Sex.Female, view.Sex);
    }

    [Theory]
    [InlineData("nowhere", null, null)]
    [InlineData(null, "cats", null)]
    [InlineData(null, null, "M99")]
    public void A_view_that_the_race_does_not_have_is_refused(string? at, string? sex, string? division) =>
        Assert.Equal(RefusalKind.NotFound, Assert.Throws<RefusalException>(() => ViewChoice.Read("m", Race(), at, sex, division)).Kind);

    [Fact]
    public void The_last_split_is_the_finish() =>
        Assert.Equal(ViewChoice.Read("m", Race(), "finish", null, null), ViewChoice.Read("m", Race(), "end", null, null));

    private static RaceProgress Race() => new()
    {
        RaceId = "r",
        Splits = { new SplitSummary { SplitId = "10k", DistanceM = 10_000 }, new SplitSummary { SplitId = "end", DistanceM = 42_195 } },
        DivisionIds = { "F40 +/&" },
    };
}
