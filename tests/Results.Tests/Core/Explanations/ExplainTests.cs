using System.Globalization;
using RaceSystem.Kernel;
using RaceSystem.Results.Core.Explanations;
using RaceSystem.Results.Core.Races;

namespace RaceSystem.Results.Tests.Core.Explanations;

/// <summary>What an explanation says of each passing, case by case.</summary>
public sealed class ExplainTests
{
    private static RaceDefinition Race => Field.Race(("start", "start", 0), ("5k", "5k", 5_000), ("finish", "finish", 10_000)) with { Profile = RuleProfile.NetWithGunFallback };

    private static Field Runner(params string[] chips) => new Field(Race).Gun().Runner("1", chips: chips);

    [Fact]
    public void Warm_up_repeated_start_and_the_way_home_are_named_with_what_counts_instead()
    {
        var field = Runner().Passes("C1", "start", -300, 2, 9, 30).Passes("C1", "5k", 1_000, 1_080).Passes("C1", "finish", 2_000, 2_060);

        Assert.Equal(
            "start -300 BeforeGun of 0 | start 2 SupersededStart of 30 | start 9 SupersededStart of 30 | start 30 Counts | 5k 1000 Counts | 5k 1080 Repeated of 1000 | finish 2000 Counts | finish 2060 AfterFinish of 2000",
            Text(field));
    }

    [Fact]
    public void A_passing_that_nobody_is_fast_enough_for_names_the_one_it_contradicts() => Assert.Equal(
        "start 5 Counts | 5k 100 TooFast of 0 | finish 2000 Counts",
        Text(Runner().Passes("C1", "start", 5).Passes("C1", "5k", 100).Passes("C1", "finish", 2_000)));

    [Fact]
    public void A_mat_of_another_course_is_named_too() => Assert.Equal(
        "start 5 Counts | elsewhere 900 NotOnCourse | finish 2000 Counts",
        Text(Runner().Passes("C1", "start", 5).Passes("C1", "elsewhere", 900).Passes("C1", "finish", 2_000)));

    [Fact]
    public void Of_two_chips_that_left_one_crossing_one_counts_and_the_other_is_said_to_be_merged_with_it() => Assert.Equal(
        "start 5 Counts | start 5.2 MergedWithOtherChip of 5 | finish 2000 Counts | finish 2000 MergedWithOtherChip of 2000",
        Text(Runner("A", "B").Passes("A", "start", 5).Passes("B", "start", 5.2).Passes("A", "finish", 2_000).Passes("B", "finish", 2_000)));

    [Fact]
    public void A_manual_override_is_named_beside_the_passing_it_replaces()
    {
        var field = Runner().Passes("C1", "start", 5).Passes("C1", "finish", 2_000).Noted("1", "finish", (1_990, 30, true));

        Assert.Equal("start 5 Counts | finish 1990 Counts by ManualOverride | finish 2000 ReplacedByManualTime of 1990", Text(field));
        Assert.Equal(Elapsed.FromSeconds(1_985), field.Scoring.Explain(Field.RaceId, "1")!.Recompute());
    }

    [Fact]
    public void A_manual_fallback_is_not_needed_beside_a_chip_and_counts_without_one() => Assert.Equal(
        "start 5 Counts | finish 1995 NotNeeded of 2000 by ManualFallback | finish 2000 Counts | 5k 3000 AfterFinish of 2000 by ManualFallback",
        Text(Runner().Passes("C1", "start", 5).Passes("C1", "finish", 2_000).Noted("1", "finish", (1_995, 30, false)).Noted("1", "5k", (3_000, 30, false))));

    [Fact]
    public void The_time_counts_from_the_gun_where_the_start_was_not_read_and_the_explanation_says_so()
    {
        var explanation = Runner().Passes("C1", "finish", 2_000.3).Scoring.Explain(Field.RaceId, "1")!;

        Assert.Equal(TimeBasis.Gun, explanation.Basis);
        Assert.Equal(Elapsed.FromSeconds(2_001), explanation.ShownTime);
        Assert.Equal(explanation.ExactTime, explanation.Recompute());
    }

    [Fact]
    public void Nobody_explains_a_bib_that_nobody_wears() => Assert.Null(Runner().Scoring.Explain(Field.RaceId, "2"));

    private static string Text(Field field) => string.Join(" | ", field.Scoring.Explain(Field.RaceId, "1")!.Passings.Select(passing =>
        $"{passing.TimingPointId} {Seconds(passing.Time)} {passing.Verdict}"
        + (passing.Other is { } other ? $" of {Seconds(other)}" : "")
        + (passing.Origin == PassingOrigin.Chip ? "" : $" by {passing.Origin}")));

    private static string Seconds(Instant time) => ((time - Field.NineOClock).Micros / 1e6).ToString("0.###", CultureInfo.InvariantCulture);
}
