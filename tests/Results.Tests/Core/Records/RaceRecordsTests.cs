using RaceSystem.Kernel;
using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Core.Records;
using RaceSystem.Results.Core.Standings;
using RaceSystem.Results.Tests.Core.Awards;
using RaceSystem.Testing;

namespace RaceSystem.Results.Tests.Core.Records;

public sealed class RaceRecordsTests
{
    private const int Races = 2_000;

    [Fact]
    public void Records_are_those_of_a_naive_oracle()
    {
        var seed = Seed.Next();
        var (broken, equalled) = (0, 0);
        for (var i = 0; i < Races; i++)
        {
            var race = new RandomField(new Random(unchecked(seed + i))).Standings();
            foreach (var outcome in RaceRecords.Of(race).Outcomes)
            {
                var expected = Oracle(race, outcome.Record);
                Assert.True(expected.SequenceEqual(outcome.Marks), $"race {i} of seed {seed}, {outcome.Record}: {string.Join(' ', outcome.Marks)}");
                broken += expected.Count(mark => mark.Breaks);
                equalled += expected.Count(mark => !mark.Breaks);
            }
        }

        Assert.True(broken > 0 && equalled > 0, $"{broken} broken, {equalled} equalled: the random races are too poor");
    }

    [Fact]
    public void A_result_that_is_shown_equal_equals_the_record()
    {
        var record = new StandingRecord { RecordId = "cr", Time = Elapsed.FromSeconds(9_000) };
        var field = new Field(Field.Marathon() with { Records = [record, record with { RecordId = "women", Sex = Sex.Female }] }).Gun();
        field.Runner("1").Passes("C1", "finish", 8_999.2).Runner("2").Passes("C2", "finish", 8_998.1).Runner("3").Passes("C3", "finish", 9_000.1);

        var outcomes = RaceRecords.Of(field.Standings()).Outcomes;

        Assert.Equal([(1, 8_999, true), (0, 9_000, false)], outcomes[0].Marks.Select(mark => (mark.Runner, mark.Time.CeilingSeconds(), mark.Breaks)));
        Assert.Empty(outcomes[1].Marks);
    }

    private static List<RecordMark> Oracle(RaceStandings race, StandingRecord record) =>
        [.. NaiveRunner.Of(race)
            .Where(runner => (record.Sex == Sex.Unknown || runner.Entry.Sex == record.Sex) && (record.Country.Length == 0 || runner.Entry.Country == record.Country))
            .Where(runner => record.DivisionId switch
            {
                "" => !runner.IsSeparate,
                "PRK" => runner.Entry.Country == "PRK" && !runner.IsSeparate,
                var division => race.DivisionOf(runner.Number)?.DivisionId == division,
            })
            .Select(runner => (runner.Number, Time: race.Race.Resolution.Shown(runner.Time(AwardBasis.Ranking))))
            .Where(mark => mark.Time <= record.Time)
            .Select(mark => new RecordMark(mark.Number, mark.Time, mark.Time < record.Time))];
}
