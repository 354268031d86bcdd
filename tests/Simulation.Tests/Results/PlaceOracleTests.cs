using RaceSystem.Kernel;
using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Core.Ranking;
using RaceSystem.Results.Core.Scoring;
using RaceSystem.Results.Core.Standings;
using RaceSystem.Testing;

namespace RaceSystem.Simulation.Tests.Results;

/// <summary>Places by their definition, one runner against every other one, without a line in common with the ranking.</summary>
public sealed class PlaceOracleTests
{
    private const int Meets = 10_000;

    [Fact]
    public void Places_are_one_more_than_the_number_of_better_runners_in_the_group()
    {
        var seed = Seed.Next();
        var ranked = 0;
        for (var i = 0; i < Meets; i++)
        {
            var scoring = new MeetScoring();
            foreach (var record in new RandomMeet(new Random(unchecked(seed + i))).Records)
            {
                record.Apply(scoring);
            }

            scoring.Rescore();
            foreach (var race in scoring.Snapshot(default).Races)
            {
                for (var visit = 0; visit < race.Visits.Count; visit++)
                {
                    ranked += Check(race, visit, $"meet {i} of seed {seed}, race {race.Race.RaceId}, visit {visit}");
                }
            }
        }

        Assert.True(ranked > Meets, $"only {ranked} ranked runners: the random meets are too poor");
    }

    private static int Check(RaceStandings race, int visit, string where)
    {
        var runners = Enumerable.Range(0, race.RunnerCount).Select(runner => new Runner(race, runner, visit)).ToList();
        foreach (var runner in runners)
        {
            var expected = runner.Time is null
                ? default
                : new Places(
                    runner.IsApart ? 0 : Place(runner, runners, other => !other.IsApart),
                    runner.IsApart || runner.Sex == Sex.Unknown ? 0 : Place(runner, runners, other => !other.IsApart && other.Sex == runner.Sex),
                    runner.HasDivisionPlace ? Place(runner, runners, runner.SharesDivision) : 0);
var actual = race.Visits[visit].PlacesOf(runner.Number);
            if (expected != actual)
            {
                Assert.Fail($"{where}, bib '{runner.Bib}': expected {expected}, was {actual}\n{Text(race)}");
            }
        }

        for (var list = 0; list < race.Race.Divisions.Count; list++)
        {
            if (race.Race.Divisions[list].Additional)
            {
                CheckList(race, list, visit, runners, where);
            }
        }

        return runners.Count(runner => runner.Time is not null);
    }

    private static void CheckList(RaceStandings race, int list, int visit, List<Runner> runners, string where)
    {
        var ranked = race.ListAt(list, visit);
        foreach (var runner in runners)
        {
            var expected = runner.Time is not null && runner.IsListed(list) ? Place(runner, runners, other => other.IsListed(list)) : 0;
            Assert.True(expected == ranked.PlacesOf(runner.Number).ByDivision, $"{where}, list {list}, bib '{runner.Bib}': expected {expected}, was {ranked.PlacesOf(runner.Number)}");
            Assert.True(ranked.Order.Contains(runner.Number) == (expected > 0), where);
        }
    }

    private static string Text(RaceStandings race) => StandingsText.Of(new MeetStandings(1, default, null, [race]));

    private static int Place(Runner runner, List<Runner> all, Func<Runner, bool> inGroup) => 1 + all.Count(other => inGroup(other) && other.IsBetterThan(runner));

    /// <summary>A runner at one visit, judged by the words of the rules.</summary>
    private sealed class Runner
    {
        private readonly RaceStandings _race;
        private readonly Entry _entry;
        private readonly Instant? _crossing;

        public Runner(RaceStandings race, int number, int visit)
        {
            _race = race;
            Number = number;
            _entry = race.EntryOf(number);
            _crossing = race.Visits[visit].CrossingOf(number);
            Division = FindDivision();
            var gun = race.GunOf(number);
            var start = race.Visits[0].CrossingOf(number);
            var wave = _entry.WaveId.Length > 0 ? _entry.WaveId : "a";
            var elite = race.Race.EliteWaveIds.Contains(wave) || race.Race.EliteDivisionIds.Any(id => id == Division?.DivisionId);
            var zero = race.Race.Profile switch
            {
                RuleProfile.WorldAthletics => gun,
                RuleProfile.EliteGun when elite => gun,
                RuleProfile.Net => start,
                _ => start ?? gun,
            };
            var status = race.StatusOf(number);
            var allowed = visit == race.Visits.Count - 1
                ? status == ResultStatus.Finished
                : status is ResultStatus.Finished or ResultStatus.OnCourse or ResultStatus.Dnf or ResultStatus.OverTimeLimit;
            Time = allowed && _crossing is not null && zero is not null ? _crossing.Value.Micros - zero.Value.Micros : null;
        }

        public int Number { get; }

        public long? Time { get; }

        public string Bib => _entry.Bib;

        public Sex Sex => _entry.Sex;

        public Division? Division { get; }

        public bool IsApart => Division is { Separate: true };

        public bool IsListed(int list) => !IsApart && Fits(_race.Race.Divisions[list]);

        public bool HasDivisionPlace => Division is not null && (Sex != Sex.Unknown || (!Division.RankedBySex && Division.DivisionId != "club" && Fits(Division)));

        private Division? FindDivision() => _race.Race.Divisions.FirstOrDefault(division => !division.Additional && (_entry.DivisionId.Length > 0
            ? division.DivisionId == _entry.DivisionId
            : division.DivisionId != "club" && Fits(division)));

        /// <summary>"club" asks for nothing: only who names it is in it.</summary>
        private bool Fits(Division division)
        {
            var ageFits = division.MaxAge == 0 || (_entry.Age != 0 && _entry.Age >= division.MinAge && _entry.Age <= division.MaxAge);
            var wheels = division.Person.Attributes.Count == 0 || _entry.Attributes.Any(attribute => attribute is { Key: "category", Value: "wheelchair" });
            var country = division.Person.Countries.Count == 0 || division.Person.Countries.Any(code => code == _entry.Country);
            return ageFits && wheels && country && (division.Sex == Sex.Unknown || division.Sex == _entry.Sex);
        }

        public bool SharesDivision(Runner other) =>
            other.HasDivisionPlace && other.Division?.DivisionId == Division!.DivisionId && (!Division.RankedBySex || other.Sex == Sex);

        public bool IsBetterThan(Runner other)
        {
            if (Time is null || this == other)
            {
                return false;
            }

            return _race.Race.Ties switch
            {
                TieRule.SharedByHiddenTime => Time < other.Time,
                TieRule.SharedByOfficialTime => Shown(Time.Value) < Shown(other.Time!.Value),
                _ => (Time, _crossing!.Value.Micros).CompareTo((other.Time, other._crossing!.Value.Micros)) is var order && order != 0 ? order < 0 : ComesFirst(other),
            };
        }

        private double Shown(long micros) => Math.Ceiling(micros / (_race.Race.Resolution == TimeResolution.Tenth ? 1e5 : 1e6));

        private bool ComesFirst(Runner other) =>
            Kernel.Bib.NaturalOrder(Bib, other.Bib) is var order && order != 0 ? order < 0 : string.CompareOrdinal(_entry.EntryId, other._entry.EntryId) < 0;
    }
}
