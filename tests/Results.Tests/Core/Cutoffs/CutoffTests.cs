using RaceSystem.Kernel;
using RaceSystem.Results.Core.Adjudications;
using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Core.Scoring;

namespace RaceSystem.Results.Tests.Core.Cutoffs;

public sealed class CutoffTests
{
    /// <summary>The half closes 9,000 s after the gun, the finish 16,000 s.</summary>
    private static RaceDefinition Race(CutoffBasis basis = CutoffBasis.RaceGun) => Field.Marathon() with
    {
        Visits = [.. Field.Marathon().Visits.Select(visit => visit.SplitId switch
        {
            "half" => visit with { Cutoff = Elapsed.FromSeconds(9_000) },
            "finish" => visit with { Cutoff = Elapsed.FromSeconds(16_000) },
            _ => visit,
        })],
        CutoffBasis = basis,
        WaveIds = ["first", "second"],
    };

    [Theory]
    [InlineData(9_000, ResultStatus.Finished)]
    [InlineData(9_000.000001, ResultStatus.OverTimeLimit)]
    public void Who_comes_after_a_gate_closed_is_over_the_limit_even_with_a_finish(double half, ResultStatus expected)
    {
        var standings = new Field(Race()).Gun().Runner("1").Passes("C1", "10k", 4_000).Passes("C1", "half", half).Passes("C1", "finish", 15_900).Standings();

        Assert.Equal(expected, standings.StatusOf(0));
        Assert.Equal(expected == ResultStatus.Finished ? 1 : 0, standings.Visits[^1].PlacesOf(0).Overall);
        Assert.Equal(1, standings.Visits[1].PlacesOf(0).Overall);
    }

    [Fact]
    public void Who_was_missed_at_the_gate_is_judged_by_the_mats_that_measured() =>
        Assert.Equal(ResultStatus.Finished, new Field(Race()).Gun().Runner("1").Passes("C1", "10k", 4_000).Passes("C1", "30k", 11_500).Passes("C1", "finish", 15_900).Standings().StatusOf(0));

    [Fact]
    public void Who_had_not_come_is_over_the_limit_once_somebody_is_measured_later()
    {
        var field = new Field(Race()).Gun().Runner("1").Runner("2").Runner("3").Passes("C1", "10k", 5_000).Passes("C2", "half", 8_000);
        Assert.Equal(ResultStatus.OnCourse, field.Standings().StatusOf(0));

        field.Passes("C2", "30k", 12_000);

        var standings = field.Standings();
        Assert.Equal([ResultStatus.OverTimeLimit, ResultStatus.OnCourse, ResultStatus.Registered], Enumerable.Range(0, 3).Select(standings.StatusOf));
        Assert.Equal("2", string.Join(' ', standings.Live.Order.ToArray().Select(runner => standings.EntryOf(runner).Bib)));
        Assert.Equal((1, 0, 1), (standings.Counts.OnCourse, standings.Counts.Finished, standings.Counts.Out));
        Assert.Equal(1, standings.Visits[1].PlacesOf(0).Overall);

        // A read that arrives late puts it right.
        field.Passes("C1", "half", 8_990);
        Assert.Equal(ResultStatus.OnCourse, field.Standings().StatusOf(0));
    }

    [Theory]
    [InlineData(CutoffBasis.RaceGun, ResultStatus.OverTimeLimit)]
    [InlineData(CutoffBasis.WaveGun, ResultStatus.OnCourse)]
    public void Gates_close_for_all_at_once_or_by_wave(CutoffBasis basis, ResultStatus expected)
    {
        var field = new Field(Race(basis)).Gun().Gun(600, "second");
        field.Scoring.SetEntry(Field.EntryOf("1") with { WaveId = "second" });

        Assert.Equal(expected, field.Passes("C1", "half", 9_500).Standings().StatusOf(0));
    }

    [Fact]
    public void The_time_limit_counts_from_the_same_gun()
    {
        var field = new Field(Field.Marathon() with { TimeLimit = Elapsed.FromSeconds(10_000), CutoffBasis = CutoffBasis.WaveGun, WaveIds = ["first", "second"] }).Gun().Gun(600, "second");
        field.Scoring.SetEntry(Field.EntryOf("1") with { WaveId = "second" });

        Assert.Equal(ResultStatus.Finished, field.Passes("C1", "finish", 10_600).Standings().StatusOf(0));
        Assert.Equal(ResultStatus.OverTimeLimit, field.Passes("C1", "finish", 10_601).Standings().StatusOf(0));
    }

    [Fact]
    public void Time_that_was_given_back_counts_at_the_gates_after_it()
    {
        var field = new Field(Race()).Gun().Runner("1").Passes("C1", "half", 9_060);
        field.Scoring.SetAdjudication(Field.RaceId, "a1", new Adjudication("a1", Field.RaceId, "1", new TimeAdjustment(Elapsed.FromSeconds(-60), "10k"), Field.At(9_100)));

        Assert.Equal(ResultStatus.OnCourse, field.Standings().StatusOf(0));
    }

    [Fact]
    public void Without_a_gun_no_gate_closes() =>
        Assert.Equal(ResultStatus.OnCourse, new Field(Race()).Runner("1").Passes("C1", "half", 20_000).Standings().StatusOf(0));

    [Fact]
    public void A_corrected_gun_moves_every_gate()
    {
        var field = new Field(Race()).Gun().Runner("1").Passes("C1", "half", 9_030);
        Assert.Equal(ResultStatus.OverTimeLimit, field.Standings().StatusOf(0));

        Assert.Equal(ResultStatus.OnCourse, field.Gun(60).Standings().StatusOf(0));
    }
}
