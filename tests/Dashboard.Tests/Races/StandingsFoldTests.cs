using Google.Protobuf.WellKnownTypes;
using RaceSystem.Dashboard.Service.Races;
using RaceSystem.Registration.V1;
using RaceSystem.Results.V1;

namespace RaceSystem.Dashboard.Tests.Races;

public sealed class StandingsFoldTests
{
    private static readonly Dictionary<string, string> Splits = new() { ["10k"] = "10 km", ["finish"] = "Finish" };

    [Fact]
    public void Snapshot_then_changes_give_the_rows_by_place_with_gaps_to_the_leader()
    {
        var fold = new StandingsFold(View(StandingsOrder.Finish), Splits);
        fold.Apply(new WatchStandingsResponse { Snapshot = new StandingsSnapshot { Standings = { Standing("1", 1, 7785), Standing("2", 2, 7800) }, TotalCount = 2 } });
        var state = fold.Apply(new WatchStandingsResponse { Change = new StandingsChange { Changed = { Standing("3", 1, 7700), Standing("1", 2, 7785) }, RemovedEntryIds = { "e2" }, TotalCount = 2 } });
        Assert.Equal([("1", "3", "2:08:20", ""), ("2", "1", "2:09:45", "+1:25")], state.Rows.Select(row => (row.Place, row.Bib, row.Time, row.Gap)));
        Assert.Equal(2, state.Total);
    }

    [Fact]
    public void Shared_places_are_listed_by_bib()
    {
        var state = new StandingsFold(View(StandingsOrder.Finish), Splits).Apply(
            new WatchStandingsResponse { Snapshot = new StandingsSnapshot { Standings = { Standing("10", 2, 7800), Standing("9", 2, 7800), Standing("100", 1, 7700) } } });
        Assert.Equal([("1", "100"), ("2", "9"), ("2", "10")], state.Rows.Select(row => (row.Place, row.Bib)));
    }

    [Fact]
    public void In_live_order_the_gap_is_to_the_leader_at_the_same_point()
    {
        var behind = Standing("2", 2, 1900, "10k");
        behind.GapToLeader = Duration.FromTimeSpan(TimeSpan.FromSeconds(75));
        var state = new StandingsFold(View(StandingsOrder.Live), Splits).Apply(
            new WatchStandingsResponse { Snapshot = new StandingsSnapshot { Standings = { Standing("1", 1, 7785), behind } } });
        Assert.Equal([("Finish", ""), ("10 km", "+1:15")], state.Rows.Select(row => (row.At, row.Gap)));
    }

    [Fact]
    public void Rows_tell_moves_and_the_expected_finish_of_runners_on_the_course()
    {
        var (running, overdue, done) = (Standing("1", 1, 1900, "10k"), Standing("2", 2, 1910, "10k"), Standing("3", 3, 7785));
        (running.Status, overdue.Status, done.Status) = (ResultStatus.OnCourse, ResultStatus.OnCourse, ResultStatus.Finished);
        (running.PlacesGained, overdue.PlacesGained) = (2, -1);
        var fold = new StandingsFold(View(StandingsOrder.Live), Splits);
        fold.Apply(new WatchStandingsResponse { Snapshot = new StandingsSnapshot { Standings = { running, overdue, done } } });
        Assert.Equal(["1", "2"], fold.OnCourse.Order());

        var finish = new VisitPrediction { OfficialTime = Time(7_800), LowOfficialTime = Time(7_700), HighOfficialTime = Time(8_000) };
        var state = fold.Expect(new Dictionary<string, VisitPrediction> { ["1"] = finish, ["2"] = new() { Overdue = true, OfficialTime = Time(7_000) }, ["3"] = finish });

        // Who finished since the question was asked has a measured time, and no expected one.
        Assert.Equal(
            [("▲2", "", "up 2 places", "2:10:00", "2:08:20–2:13:20"), ("", "▼1", "down 1 place", "overdue", ""), ("", "", "", "", "")],
            state.Rows.Select(row => (row.Up, row.Down, row.Moved, row.Expected, row.Between)));

        static Duration Time(int seconds) => Duration.FromTimeSpan(TimeSpan.FromSeconds(seconds));
    }

    [Theory]
    [InlineData(Sex.Unspecified, "", "7")]
    [InlineData(Sex.Female, "", "3")]
    [InlineData(Sex.Unspecified, "F40", "1")]
    public void The_place_shown_is_the_one_in_the_chosen_group(Sex sex, string division, string place)
    {
        var row = Standing("1", 7, 9000);
        row.Places = new Places { Overall = 7, BySex = 3, ByDivision = 1 };
        var state = new StandingsFold(View(StandingsOrder.Finish) with { Sex = sex, Division = division }, Splits)
            .Apply(new WatchStandingsResponse { Snapshot = new StandingsSnapshot { Standings = { row } } });
        Assert.Equal(place, Assert.Single(state.Rows).Place);
    }

    private static StandingsView View(StandingsOrder order) => new("meet", "race", order, "", Sex.Unspecified, "");

    private static Standing Standing(string bib, int place, int seconds, string last = "finish") => new()
    {
        EntryId = $"e{bib}",
        Bib = bib,
        Places = new Places { Overall = place },
        OfficialTime = Duration.FromTimeSpan(TimeSpan.FromSeconds(seconds)),
        LastSplitId = last,
    };
}
