using RaceSystem.Kernel;
using RaceSystem.Racectl.RaceFiles;
using RaceSystem.Racectl.Replay;
using RaceSystem.Registration.V1;
using RaceSystem.Results.V1;
using RaceSystem.Timing.V1;

namespace RaceSystem.Racectl.Tests.Replay;

public sealed class ReplayPlanTests
{
    private const string Csv = """
        bib,status,sex,age,country,division,split_half_s,split_5k_s,split_20mi_s,official_time_s,place_overall,place_sex,place_division
        A1,FIN,M,30,PRK,Open,4000,900,6500,8600,1,1,1
        A2,FIN,F,31,CHN,Open,4100,950,6600,8700,2,1,1
        ,FIN,X,,,,4200,960,6700,8800,3,1,
        A4,FIN,M,200,KOR,Open,4300,970,6800,8801,,,
        A5,DNS,F,22,,,,,,,,,
        A6,DNF,F,22,,,,1000,,,,,
        A7,REG,F,22,,,,,,,,,
        """;

    [Fact]
    public void The_course_runs_through_the_split_columns_by_distance()
    {
        var plan = Plan(ReplayBasis.Net);
        var visits = plan.Meet.Races[0].Course.Visits;
        Assert.Equal(["start", "5k", "half", "20mi", "finish"], visits.Select(visit => visit.SplitId));
        Assert.Equal([0L, 5000L, 21097L, 32187L, 42195L], visits.Select(visit => visit.DistanceM));
        Assert.Equal(plan.TimingPoints.Select(point => point.TimingPointId), visits.Select(visit => visit.TimingPointId));
        Assert.Equal([TimeRule.Last, TimeRule.First, TimeRule.First, TimeRule.First, TimeRule.First], plan.TimingPoints.Select(point => point.TimeRule));
    }

    [Theory]
    [InlineData(ReplayBasis.Gun, RuleProfile.WorldAthletics)]
    [InlineData(ReplayBasis.Net, RuleProfile.Net)]
    [InlineData(ReplayBasis.NetElseGun, RuleProfile.NetWithGunFallback)]
    internal void The_basis_names_the_rules(ReplayBasis basis, RuleProfile profile)
    {
        var rules = Plan(basis).Meet.Races[0].Rules;
        Assert.Equal(profile, rules.Profile);
        Assert.Equal(TieRule.ByHiddenTime, rules.Ties);
    }

    [Fact]
    public void Entries_carry_what_the_file_knows_and_a_missing_bib_is_the_row_number()
    {
        var entries = Plan(ReplayBasis.Net).Entries.Select(row => row.Entry).ToArray();
        Assert.Equal(["A1", "A2", "3", "A4", "A5", "A6", "A7"], entries.Select(entry => entry.Bib));
        Assert.Equal("row-3", entries[2].EntryId);
        Assert.Equal(Sex.NonBinary, entries[2].Participant.Sex);
        Assert.Equal([30, 31, 0, 0, 22, 22, 22], entries.Select(entry => entry.Participant.AgeOnRaceDay));
        Assert.All(entries, entry => Assert.True(Identifier.IsValid(entry.EntryId) && ChipCode.TryParse(entry.Chips.Single(), out _)));
        Assert.Equal(entries.Length, entries.SelectMany(entry => entry.Chips).Distinct().Count());
    }

    [Fact]
    public void Runners_out_and_finishers_without_a_place_are_declared() =>
        Assert.Equal(
            [("A4", ResultStatus.NotClassified), ("A5", ResultStatus.Dns), ("A6", ResultStatus.Dnf)],
            Plan(ReplayBasis.Net).Declarations.Select(declaration => (declaration.Bib, declaration.Status)));

    [Fact]
    public void A_division_that_numbers_the_sexes_apart_is_ranked_by_sex()
    {
        Assert.True(Plan(ReplayBasis.Net).Meet.Races[0].Divisions.Single().RankedBySex);
        Assert.False(Plan(ReplayBasis.Net, Csv.Replace("8700,2,1,1", "8700,2,1,2", StringComparison.Ordinal)).Meet.Races[0].Divisions.Single().RankedBySex);
    }

    [Fact]
    public void Shared_places_choose_the_rule_that_shares() =>
        Assert.Equal(TieRule.SharedByHiddenTime, Plan(ReplayBasis.Net, Csv.Replace("8700,2,", "8600,1,", StringComparison.Ordinal)).Meet.Races[0].Rules.Ties);

    [Theory]
    [InlineData("data/chicago_2023.csv.gz", "chicago_2023")]
    [InlineData("My Race (final).csv", "my-race--final")]
    [InlineData("_.csv", "replay")]
    public void The_meet_is_named_after_the_file(string path, string meetId) => Assert.Equal(meetId, MeetIdOfFile.Of(path));

    private static ReplayPlan Plan(ReplayBasis basis, string csv = Csv)
    {
        using var text = new StringReader(csv);
        return ReplayPlan.Make(RaceFileReader.Read(text, "test"), "m", basis, SplitBasis.Net);
    }
}
