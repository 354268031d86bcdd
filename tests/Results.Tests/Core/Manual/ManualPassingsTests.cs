using RaceSystem.Results.Core.Scoring;

namespace RaceSystem.Results.Tests.Core.Manual;

public sealed class ManualPassingsTests
{
    [Fact]
    public void A_fallback_counts_only_where_no_chip_was_read_and_goes_when_one_turns_up()
    {
        var field = new Field(Field.Marathon()).Gun().Runner("1").Passes("C1", "start", 10).Noted("1", "finish", (9_000, 30, false));
        Assert.Equal("10 - - - 9000", field.Crossings());
        Assert.Equal("10 - - - 9000", field.Passes("C1", "finish", 12_000).Noted("1", "start", (25, 15, false)).Crossings());
        Assert.Equal("10 - - - 9029.9", field.Passes("C1", "finish", 9_029.9).Crossings());
        Assert.Equal("10 - - - 9000", field.Passes("C1", "finish").Crossings());
        Assert.Equal("10 - - - -", field.Noted("1", "finish").Crossings());
    }

    [Fact]
    public void An_override_takes_the_place_of_the_chip_and_gives_it_back_when_it_is_revoked()
    {
        var field = new Field(Field.Marathon()).Gun().Runner("1").Passes("C1", "start", 10).Passes("C1", "finish", 9_000, 9_010).Noted("1", "finish", (9_020, 30, true), (9_019, 5, false));
        Assert.Equal("10 - - - 9020", field.Crossings());
        Assert.Equal("10 - - - 9000", field.Noted("1", "finish").Crossings());
    }

    [Fact]
    public void A_runner_without_any_chip_finishes_by_hand_and_keeps_it_with_the_bib()
    {
        var field = new Field(Field.Marathon()).Gun();
        field.Scoring.SetEntry(Field.EntryOf("7") with { Chips = [] });
        field.Noted("7", "finish", (9_000, 30, false));
        Assert.Equal(ResultStatus.Finished, field.Standings().StatusOf(0));

        // The bib goes to somebody else, and the time with it.
        field.Scoring.SetEntry(Field.EntryOf("7") with { Chips = [], Bib = "8" });
        Assert.Equal("- - - - -", field.Crossings());
        field.Scoring.SetEntry(Field.EntryOf("7") with { EntryId = "other", Chips = [] });
        Assert.Equal("7:1", field.Places());
    }

    [Fact]
    public void The_same_times_again_mark_nothing()
    {
        var field = new Field(Field.Marathon()).Gun().Runner("1").Noted("1", "finish", (9_000, 30, false));
        field.Standings();
        field.Noted("1", "finish", (9_000, 30, false)).Noted("1", "half").Noted("nobody", "finish", (1, 1, true));
        Assert.False(field.Scoring.IsDirty);
        field.Scoring.ClearTiming();
        Assert.Equal("- - - - -", field.Crossings());
    }
}
