using RaceSystem.Kernel;
using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Core.Scoring;

namespace RaceSystem.Results.Tests.Core.Scoring;

/// <summary>Who has which place, by each rule.</summary>
public sealed class RankingTests
{
    private static RaceDefinition Race(RuleProfile profile, TieRule ties = TieRule.ByHiddenTime) =>
        Field.Race(("start", "start", 0), ("5k", "5k", 5_000), ("finish", "finish", 10_000)) with { Profile = profile, Ties = ties };

    [Fact]
    public void World_athletics_ranks_from_the_gun()
    {
        var field = new Field(Race(RuleProfile.WorldAthletics)).Gun().Runner("1").Runner("2")
            .Passes("C1", "start", 100).Passes("C1", "finish", 2000.2).Passes("C2", "start", 1).Passes("C2", "finish", 2000.1);

        Assert.Equal("2:1 1:2", field.Places());
    }

    [Fact]
    public void Net_ranks_from_the_start_line()
    {
        var field = new Field(Race(RuleProfile.Net)).Gun().Runner("1").Runner("2")
            .Passes("C1", "start", 100).Passes("C1", "finish", 2000.2).Passes("C2", "start", 1).Passes("C2", "finish", 2000.1);

        Assert.Equal("1:1 2:2", field.Places());
    }

    [Fact]
    public void Net_gives_no_place_without_a_start_read_and_net_with_fallback_takes_the_gun()
    {
        var net = new Field(Race(RuleProfile.Net)).Gun().Runner("1").Passes("C1", "finish", 2000);
        var fallback = new Field(Race(RuleProfile.NetWithGunFallback)).Gun().Runner("1").Passes("C1", "finish", 2000);

        Assert.Equal("", net.Places());
        Assert.Equal(ResultStatus.Finished, net.Standings().StatusOf(0));
        Assert.Equal("1:1", fallback.Places());
        Assert.Equal(Elapsed.FromSeconds(2000), fallback.Standings().OfficialTimeOf(0, 2));
    }

    [Fact]
    public void Without_a_gun_there_is_no_gun_time_and_no_place_by_it()
    {
        var field = new Field(Race(RuleProfile.WorldAthletics)).Runner("1").Passes("C1", "start", 1).Passes("C1", "finish", 2000);

        Assert.Equal("", field.Places());
        Assert.Null(field.Standings().GunTimeOf(0, 2));
        Assert.Equal("1:1", field.Gun().Places());
    }

    [Fact]
    public void A_corrected_gun_changes_every_time()
    {
        var field = new Field(Race(RuleProfile.WorldAthletics)).Gun().Runner("1").Passes("C1", "finish", 2000);
        Assert.Equal(Elapsed.FromSeconds(2000), field.Standings().OfficialTimeOf(0, 2));

        field.Gun(30);

        Assert.Equal(Elapsed.FromSeconds(1970), field.Standings().OfficialTimeOf(0, 2));
    }

    [Theory]
    [InlineData(TieRule.ByHiddenTime, "1:1 2:2 3:3 4:4")]
    [InlineData(TieRule.SharedByHiddenTime, "1:1 2:2 3:2 4:4")]
    [InlineData(TieRule.SharedByOfficialTime, "1:1 2:2 3:2 4:2")]
    public void Shared_places_count_one_two_two_four(TieRule ties, string expected)
    {
        var field = new Field(Race(RuleProfile.WorldAthletics, ties)).Gun().Runner("1").Runner("2").Runner("3").Runner("4")
            .Passes("C1", "finish", 2000).Passes("C2", "finish", 2000.2).Passes("C3", "finish", 2000.2).Passes("C4", "finish", 2000.9);

        Assert.Equal(expected, field.Places());
    }

    [Fact]
    public void Equal_times_are_decided_by_the_crossing_and_then_by_the_bib_as_a_number()
    {
        var field = new Field(Race(RuleProfile.Net)).Gun().Runner("10").Runner("9").Runner("8")
            .Passes("C10", "start", 1).Passes("C10", "finish", 2001).Passes("C9", "start", 1).Passes("C9", "finish", 2001).Passes("C8", "start", 2).Passes("C8", "finish", 2002);

        Assert.Equal("9:1 10:2 8:3", field.Places());
    }

    [Fact]
    public void A_runner_without_sex_age_or_division_is_ranked_overall_and_blocks_nobody()
    {
        var race = Race(RuleProfile.WorldAthletics) with { Divisions = [new Division("M30", Sex.Male, 30, 39, false), new Division("club", Sex.Unknown, 0, 0, false)] };
        var field = new Field(race).Gun().Runner("1", Sex.Unknown, 0).Runner("2", Sex.Unknown, 0, "club").Runner("3", Sex.Male, 35).Runner("4", Sex.Male, 0)
            .Passes("C1", "finish", 2000).Passes("C2", "finish", 2001).Passes("C3", "finish", 2002).Passes("C4", "finish", 2003);

        var standings = field.Standings();

        Assert.Equal([(1, 0, 0), (2, 0, 0), (3, 1, 1), (4, 2, 0)], Enumerable.Range(0, 4).Select(runner => standings.Visits[2].PlacesOf(runner)).Select(places => (places.Overall, places.BySex, places.ByDivision)));
    }

    [Fact]
    public void A_runner_without_sex_is_ranked_in_a_division_that_takes_anybody_of_the_age()
    {
        var race = Race(RuleProfile.WorldAthletics) with { Divisions = [new Division("30s", Sex.Unknown, 30, 39, false)] };
        var standings = new Field(race).Gun().Runner("1", Sex.Unknown, 35).Runner("2", Sex.Male, 35).Passes("C1", "finish", 2000).Passes("C2", "finish", 2001).Standings();

        Assert.Equal([(1, 0, 1), (2, 1, 2)], PlacesOf(standings));
    }

    [Fact]
    public void The_elite_field_ranks_by_the_gun_and_the_others_by_the_start_line()
    {
        var race = Race(RuleProfile.EliteGun) with { WaveIds = ["first", "mass"], EliteWaveIds = ["first"], EliteDivisionIds = ["E"], Divisions = [new Division("E", Sex.Unknown, 0, 0, false)] };
        var field = new Field(race).Gun().Gun(wave: "mass").Runner("1").Runner("4");
        field.Scoring.SetEntry(Field.EntryOf("2") with { WaveId = "mass" });
        field.Scoring.SetEntry(Field.EntryOf("3") with { WaveId = "mass", DivisionId = "E" });
        foreach (var chip in new[] { "C1", "C2", "C3" })
        {
            field.Passes(chip, "start", 100).Passes(chip, "finish", 2000);
        }

        field.Passes("C4", "finish", 1990);
        var standings = field.Standings();

        Assert.Equal([2000, 1900, 2000, 1990], Enumerable.Range(0, 4).Select(runner => (int)(standings.OfficialTimeOf(runner, 2)!.Value.Micros / 1_000_000)));
        Assert.Equal("2:1 4:2 1:3 3:4", field.Places());
    }

    [Fact]
    public void A_runner_who_moves_into_the_elite_field_is_ranked_by_the_gun_from_then_on()
    {
        var race = Race(RuleProfile.EliteGun) with { WaveIds = ["first", "mass"], EliteWaveIds = ["first"] };
        var field = new Field(race).Gun().Gun(wave: "mass").Passes("C2", "start", 100).Passes("C2", "finish", 2000);
        field.Scoring.SetEntry(Field.EntryOf("2") with { WaveId = "mass" });
        Assert.Equal(Elapsed.FromSeconds(1900), field.Standings().OfficialTimeOf(0, 2));

        field.Scoring.SetEntry(Field.EntryOf("2") with { WaveId = "first" });

        Assert.Equal(Elapsed.FromSeconds(2000), field.Standings().OfficialTimeOf(0, 2));
        Assert.Equal(Elapsed.FromSeconds(2000), field.Standings().Visits[2].RankingTimeOf(0));
    }

    [Fact]
    public void A_separate_division_has_places_of_its_own_and_takes_none_from_the_others()
    {
        var race = Race(RuleProfile.WorldAthletics) with
        {
            Divisions = [new Division("wheels", Sex.Unknown, 0, 0, true) { Person = new(attributes: [new("category", ["wheelchair"], false)]), Separate = true }, new Division("M", Sex.Male, 1, 0, false)],
        };
        var field = new Field(race).Gun();
        foreach (var bib in new[] { "1", "2", "3", "4" })
        {
            field.Scoring.SetEntry(Field.EntryOf(bib) with { Attributes = bib is "1" or "3" ? [KeyValuePair.Create("category", "wheelchair")] : [] });
        }

        field.Passes("C1", "finish", 1500).Passes("C2", "finish", 2001).Passes("C3", "finish", 1600);
        Assert.Equal([(0, 0, 1), (1, 1, 1), (0, 0, 2), (0, 0, 0)], PlacesOf(field.Standings()));

        field.Passes("C4", "finish", 1990);
        Assert.Equal([(0, 0, 1), (2, 2, 2), (0, 0, 2), (1, 1, 1)], PlacesOf(field.Standings()));
        field.Passes("C1", "finish", 1700);
        Assert.Equal([(0, 0, 2), (2, 2, 2), (0, 0, 1), (1, 1, 1)], PlacesOf(field.Standings()));
        Assert.Equal("4 2 3 1", string.Join(' ', field.Standings().RunnersInOrder().Select(runner => field.Standings().EntryOf(runner).Bib)));
    }

    [Fact]
    public void An_additional_list_is_nobodys_division()
    {
        var race = Race(RuleProfile.WorldAthletics) with { Divisions = [new Division("open", Sex.Unknown, 0, 0, false) { Additional = true }, new Division("M", Sex.Male, 1, 0, false)] };

        Assert.Equal("M", new Field(race).Runner("1").Standings().DivisionOf(0)?.DivisionId);
    }

    [Fact]
    public void Places_are_shared_by_the_time_that_is_shown()
    {
        var race = Race(RuleProfile.WorldAthletics, TieRule.SharedByOfficialTime) with { Resolution = TimeResolution.Tenth };
        var field = new Field(race).Gun().Runner("1").Runner("2").Runner("3")
            .Passes("C1", "finish", 2000.11).Passes("C2", "finish", 2000.2).Passes("C3", "finish", 2000.21);

        Assert.Equal("1:1 2:1 3:3", field.Places());
    }

    [Fact]
    public void A_division_ranked_by_sex_counts_men_and_women_apart()
    {
        var race = Race(RuleProfile.WorldAthletics) with { Divisions = [new Division("open", Sex.Unknown, 1, 120, true)] };
        var field = new Field(race).Gun().Runner("1", Sex.Female).Runner("2").Runner("3", Sex.Female)
            .Passes("C1", "finish", 2000).Passes("C2", "finish", 2001).Passes("C3", "finish", 2002);

        Assert.Equal([1, 1, 2], Enumerable.Range(0, 3).Select(runner => field.Standings().Visits[2].PlacesOf(runner).ByDivision));
    }

    [Fact]
    public void The_named_division_counts_before_the_age()
    {
        var race = Race(RuleProfile.WorldAthletics) with { Divisions = [new Division("M30", Sex.Male, 30, 39, false), new Division("M40", Sex.Male, 40, 0, false), new Division("elite", Sex.Unknown, 0, 0, true)] };
        var standings = new Field(race).Runner("1", age: 30).Runner("2", age: 75).Runner("3", age: 30, division: "elite").Runner("4", age: 20).Standings();

        Assert.Equal(["M30", "M40", "elite", null], Enumerable.Range(0, 4).Select(runner => standings.DivisionOf(runner)?.DivisionId));
    }

    [Fact]
    public void Live_standings_put_finishers_first_and_then_who_is_furthest()
    {
        var field = new Field(Race(RuleProfile.NetWithGunFallback)).Gun().Runner("1").Runner("2").Runner("3").Runner("4").Runner("5")
            .Passes("C1", "start", 1).Passes("C1", "5k", 900)
            .Passes("C2", "start", 2)
            .Passes("C3", "start", 3).Passes("C3", "5k", 800)
            .Passes("C4", "start", 4).Passes("C4", "5k", 890).Passes("C4", "finish", 1900);

        var race = field.Standings();

        Assert.Equal("4 3 1 2", string.Join(' ', race.Live.Order.ToArray().Select(runner => race.EntryOf(runner).Bib)));
        Assert.Equal(3, race.Live.PlacesOf(0).Overall);
        Assert.Equal((4, 3, 1), (race.Counts.Started, race.Counts.OnCourse, race.Counts.Finished));
    }

    private static IEnumerable<(int, int, int)> PlacesOf(RaceSystem.Results.Core.Standings.RaceStandings standings) =>
        Enumerable.Range(0, standings.RunnerCount).Select(runner => standings.Visits[^1].PlacesOf(runner)).Select(places => (places.Overall, places.BySex, places.ByDivision));
}
