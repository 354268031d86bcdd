using RaceSystem.Racectl.Standings;
using RaceSystem.Results.V1;

namespace RaceSystem.Racectl.Tests.Standings;

public sealed class StandingsViewTests
{
    [Fact]
    public void Changes_move_replace_and_remove_rows_and_a_snapshot_begins_anew()
    {
        var view = new StandingsView();
        view.Apply(new WatchStandingsResponse { Snapshot = new StandingsSnapshot { TotalCount = 2, Standings = { Row("a", 1), Row("b", 2) } } });
        view.Apply(new WatchStandingsResponse { Change = new StandingsChange { TotalCount = 3, Changed = { Row("c", 1), Row("a", 2) }, RemovedEntryIds = { "b" } } });
        Assert.Equal(["c", "a"], view.Rows.Select(row => row.EntryId));
        Assert.Equal(3, view.TotalCount);

        view.Apply(new WatchStandingsResponse { Snapshot = new StandingsSnapshot { TotalCount = 1, Standings = { Row("d", 1) } } });
        Assert.Equal(["d"], view.Rows.Select(row => row.EntryId));
    }

    private static Standing Row(string id, int place) => new() { EntryId = id, Places = new Places { Overall = place } };
}
