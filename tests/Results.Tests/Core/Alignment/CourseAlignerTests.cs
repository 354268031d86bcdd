namespace RaceSystem.Results.Tests.Core.Alignment;

/// <summary>Which passing was which visit: what real mats do.</summary>
public sealed class CourseAlignerTests
{
    private static (string, string, long)[] Stadium => [("start", "stadium", 0), ("5k", "5k", 5_000), ("finish", "stadium", 10_000)];

    [Fact]
    public void Each_visit_takes_its_passing() =>
        Assert.Equal("10 2400 5000 7300 10500", Marathon(("start", [10]), ("10k", [2400]), ("half", [5000]), ("30k", [7300]), ("finish", [10500])));

    [Fact]
    public void A_split_out_of_order_is_dropped_alone() =>
        Assert.Equal("10 2400 5000 - 10500", Marathon(("start", [10]), ("10k", [2400]), ("half", [5000]), ("30k", [4900]), ("finish", [10500])));

    [Fact]
    public void A_split_later_than_the_finish_is_dropped_and_the_finish_stays() =>
        Assert.Equal("10 2400 5000 - 10500", Marathon(("start", [10]), ("10k", [2400]), ("half", [5000]), ("30k", [10600]), ("finish", [10500])));

    [Fact]
    public void A_leg_faster_than_anybody_is_no_leg() =>
        Assert.Equal("10 2400 5000 - 10500", Marathon(("start", [10]), ("10k", [2400]), ("half", [5000]), ("30k", [5880]), ("finish", [10500])));

    [Fact]
    public void Warm_up_crossings_before_the_gun_are_no_start() =>
        Assert.Equal("12 - - - -", Marathon(("start", [-900, -60, 12])));

    [Fact]
    public void Of_several_crossings_of_the_start_mat_the_last_one_is_the_start() =>
        Assert.Equal("95 2400 - - -", Marathon(("start", [12, 40, 95]), ("10k", [2400])));

    [Fact]
    public void A_crossing_of_the_start_mat_after_the_first_split_is_not_the_start() =>
        Assert.Equal("12 2400 - - -", Marathon(("start", [12, 2500]), ("10k", [2400])));

    [Fact]
    public void A_finish_read_again_counts_once_and_early() =>
        Assert.Equal("12 - - - 10500", Marathon(("start", [12]), ("finish", [10500, 10560, 12000])));

    [Fact]
    public void A_mat_that_is_start_and_finish_tells_them_apart() =>
        Assert.Equal("10 1500 3000", OneMat(0, [10, 3000], [1500]));

    [Fact]
    public void Leaving_the_stadium_over_the_mat_is_neither_start_nor_finish() =>
        Assert.Equal("10 1500 3000", OneMat(0, [-300, 10, 3000, 4800], [1500]));

    [Fact]
    public void Leaving_the_stadium_is_no_finish_without_splits_either() =>
        Assert.Equal("10 - 3000", OneMat(0, [10, 3000, 4800], []));

    [Fact]
    public void A_lone_crossing_of_start_and_finish_mat_is_the_finish_once_it_can_be() =>
        Assert.Equal("- - 3000", OneMat(0, [3000], []));

    [Fact]
    public void A_lone_crossing_too_soon_for_the_finish_is_the_start() =>
        Assert.Equal("600 - -", OneMat(0, [600], []));

    [Fact]
    public void A_late_starter_whom_a_split_follows_has_not_finished() =>
        Assert.Equal("1500 3000 -", OneMat(0, [1500], [3000]));

    [Fact]
    public void Before_the_gun_is_known_the_first_crossing_of_the_mat_is_the_start() =>
        Assert.Equal("600 - -", OneMat(null, [600], []));

    [Fact]
    public void Without_a_gun_the_finish_still_counts() =>
        Assert.Equal("600 - 3900", OneMat(null, [600, 3900], []));

    [Fact]
    public void Laps_over_one_mat_are_counted_in_order()
    {
        var field = new Field(Field.Race(("start", "line", 0), ("lap1", "line", 10_000), ("lap2", "line", 20_000), ("lap3", "line", 30_000), ("finish", "line", 42_195)))
            .Gun().Runner("1");

        Assert.Equal("20 3400 - - -", field.Passes("C1", "line", 20, 3400).Crossings());
        Assert.Equal("20 3400 7000 - -", field.Passes("C1", "line", 20, 3400, 7000).Crossings());
        Assert.Equal("20 3400 7000 10600 15100", field.Passes("C1", "line", 20, 3400, 7000, 10600, 15100).Crossings());
    }

    [Fact]
    public void An_out_and_back_mat_is_passed_on_the_way_out_first()
    {
        var field = new Field(Field.Race(("start", "start", 0), ("10k", "bridge", 10_000), ("32k", "bridge", 32_195), ("finish", "finish", 42_195)))
            .Gun().Runner("1").Passes("C1", "start", 5);

        Assert.Equal("5 3600 - -", field.Passes("C1", "bridge", 3600).Crossings());
        Assert.Equal("5 3600 11000 14400", field.Passes("C1", "bridge", 3600, 11000).Passes("C1", "finish", 14400).Crossings());
    }

    [Fact]
    public void Two_chips_on_one_runner_make_one_crossing()
    {
        var field = new Field(Field.Marathon()).Gun().Runner("1", chips: ["A", "B"])
            .Passes("A", "start", 10).Passes("B", "start", 10.2).Passes("A", "10k", 2400).Passes("B", "half", 5000).Passes("A", "finish", 10501).Passes("B", "finish", 10500.9);

        Assert.Equal("10 2400 5000 - 10500.9", field.Crossings());
    }

    [Fact]
    public void Mats_of_another_race_are_no_matter() =>
        Assert.Equal("10 2400 - - -", Marathon(("start", [10]), ("10k", [2400]), ("5k-of-the-others", [1200])));

    [Fact]
    public void A_chip_that_lies_on_the_mat_all_day_runs_no_laps()
    {
        var field = new Field(Field.Race([.. Enumerable.Range(0, 100).Select(lap => ($"v{lap}", "line", lap * 400L))])).Gun().Runner("1");

        var crossings = field.Passes("C1", "line", [.. Enumerable.Range(0, 20_000).Select(read => read * 6.0)]).Crossings();

        Assert.Equal(1, crossings.Split(' ').Count(crossing => crossing != "-"));
    }

    private static string Marathon(params (string Point, double[] Seconds)[] passings)
    {
        var field = new Field(Field.Marathon()).Gun().Runner("1");
        foreach (var (point, seconds) in passings)
        {
            field.Passes("C1", point, seconds);
        }

        return field.Crossings();
    }

    private static string OneMat(double? gun, double[] stadium, double[] split)
    {
        var field = new Field(Field.Race(Stadium)).Runner("1").Passes("C1", "stadium", stadium).Passes("C1", "5k", split);
        return gun is { } time ? field.Gun(time).Crossings() : field.Crossings();
    }
}
