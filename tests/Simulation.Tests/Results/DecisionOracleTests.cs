using RaceSystem.Results.Core.Adjudications;
using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Core.Scoring;
using RaceSystem.Results.Core.Standings;
using RaceSystem.Testing;

namespace RaceSystem.Simulation.Tests.Results;

/// <summary>
/// Ten thousand random meets with decisions: who ran where with which chips, statuses, crossings, times and places are what
/// the decisions say by their words; places by definition, every runner against every other.
/// </summary>
public sealed class DecisionOracleTests
{
    private const int Meets = 10_000;

    [Fact]
    public void Standings_are_what_the_decisions_say()
    {
        var seed = Seed.Next();
        var kinds = new Dictionary<Type, int>();
        var told = 0;
        for (var i = 0; i < Meets; i++)
        {
            var meet = new RandomMeet(new Random(unchecked(seed + i)), decides: true);
            var scoring = new MeetScoring();
            foreach (var record in meet.Records)
            {
                record.Apply(scoring);
            }

            scoring.Rescore();
            var standings = scoring.Snapshot(default);
            var oracle = new DecisionOracle(meet);
            CheckRosters(meet, oracle, standings, $"meet {i} of seed {seed}");
            foreach (var race in standings.Races)
            {
                told += new RaceCheck(meet, oracle, race, $"meet {i} of seed {seed}, race {race.Race.RaceId}").Run();
            }

            foreach (var decision in meet.Decisions!.Standing)
            {
                kinds[decision.Decision.GetType()] = kinds.GetValueOrDefault(decision.Decision.GetType()) + 1;
            }
        }

        Assert.Equal(14, kinds.Count);
        Assert.All(kinds, kind => Assert.True(kind.Value > Meets / 10, $"only {kind.Value} of {kind.Key.Name}: the random meets are too poor"));
        Assert.True(told > Meets / 20, $"judges told only {told} runners apart: the random meets are too poor");
    }

    private static void CheckRosters(RandomMeet meet, DecisionOracle oracle, MeetStandings standings, string where)
    {
        foreach (var race in standings.Races)
        {
            var expected = meet.LatestEntries.Values.Where(entry => !entry.Withdrawn && oracle.RaceOf(entry) == race.Race.RaceId).Select(entry => entry.EntryId).Order(StringComparer.Ordinal);
            var actual = Enumerable.Range(0, race.RunnerCount).Select(runner => race.EntryOf(runner).EntryId).Order(StringComparer.Ordinal);
            Assert.True(expected.SequenceEqual(actual), $"{where}, race {race.Race.RaceId}: other runners");
        }
    }

    private sealed class RaceCheck(RandomMeet meet, DecisionOracle oracle, RaceStandings race, string where)
    {
        public int Run()
        {
            for (var runner = 0; runner < race.RunnerCount; runner++)
            {
                CheckRunner(runner);
            }

            var told = 0;
            for (var visit = 0; visit < race.Visits.Count; visit++)
            {
                told += CheckPlaces(visit);
            }

            return told;
        }

        private Entry Registered(int runner) => meet.LatestEntries[race.EntryOf(runner).EntryId];

        private void CheckRunner(int runner)
        {
            var (entry, registered) = (race.EntryOf(runner), Registered(runner));
            var at = $"{where}, entry {entry.EntryId}, bib '{entry.Bib}'";
            Assert.True(oracle.ChipsOf(registered).SequenceEqual(entry.Chips.Order(StringComparer.Ordinal)), $"{at}: chips {string.Join(' ', entry.Chips)}");
            Assert.True(oracle.WornBy(registered) == entry.BibWorn && oracle.WaveOf(registered) == entry.WaveId && entry.EnteredRaceId == registered.RaceId, $"{at}: worn, wave or race");
            Assert.True(oracle.GunOf(registered).Time == race.GunOf(runner)?.Micros, $"{at}: gun {race.GunOf(runner)}");
            Assert.True(oracle.On(registered).All(race.AdjudicationsOf(runner).Contains), $"{at}: decisions are missing");
            var declared = oracle.DeclaredOf(registered);
            var status = race.StatusOf(runner);
            Assert.True(declared == ResultStatus.None ? status is not (ResultStatus.Dns or ResultStatus.Dnf or ResultStatus.Dsq or ResultStatus.NotClassified) : status == declared, $"{at}: {status}, decided {declared}");
            for (var visit = 0; visit < race.Visits.Count; visit++)
            {
                var (isDecided, time) = oracle.CrossingOf(registered, race.Race.Visits[visit].SplitId);
                Assert.True(!isDecided || race.Visits[visit].CrossingOf(runner) == time, $"{at}, visit {visit}: crossing");
                Assert.True(status == ResultStatus.Dsq ? race.OfficialTimeOf(runner, visit) is null : race.OfficialTimeOf(runner, visit)?.Micros == TimeOf(runner, visit), $"{at}, visit {visit}: {race.OfficialTimeOf(runner, visit)}");
            }
        }

        private long? TimeOf(int runner, int visit)
        {
            var registered = Registered(runner);
            var (gun, isDecided) = oracle.GunOf(registered);
            var start = race.Visits[0].CrossingOf(runner)?.Micros;
            var entry = race.EntryOf(runner);
            var isElite = race.Race.EliteWaveIds.Contains(entry.WaveId.Length > 0 ? entry.WaveId : "a") || race.Race.EliteDivisionIds.Any(id => id == race.DivisionOf(runner)?.DivisionId);
            var byGun = isDecided || race.Race.Profile == RuleProfile.WorldAthletics || (race.Race.Profile == RuleProfile.EliteGun && isElite);
            var zero = byGun ? gun : race.Race.Profile == RuleProfile.Net ? start : start ?? gun;
            return race.Visits[visit].CrossingOf(runner)?.Micros - zero + oracle.AddedTo(registered, race.Race, visit);
        }

        private int CheckPlaces(int visit)
        {
            var isFinish = visit == race.Visits.Count - 1;
            var ranked = Enumerable.Range(0, race.RunnerCount).Where(runner => Ranks(race.StatusOf(runner), isFinish) && TimeOf(runner, visit) is not null).ToList();
            long Time(int runner) => TimeOf(runner, visit)!.Value;
            long Crossing(int runner) => race.Visits[visit].CrossingOf(runner)!.Value.Micros;
            var order = ranked.OrderBy(Time).ThenBy(Crossing).ThenBy(runner => runner).ToList();
            HashSet<int> apart = [];
            order = isFinish ? oracle.Judged(race, order, Time, out apart) : order;
            Assert.True(order.SequenceEqual(race.Visits[visit].Order.ToArray()), $"{where}, visit {visit}: order {string.Join(' ', race.Visits[visit].Order.ToArray())}, expected {string.Join(' ', order)}");
            bool IsSeparate(int runner) => race.DivisionOf(runner) is { Separate: true };
            for (var position = 0; position < order.Count; position++)
            {
                var runner = order[position];
                var sex = race.EntryOf(runner).Sex;
                var places = race.Visits[visit].PlacesOf(runner);
                var overall = IsSeparate(runner) ? 0 : PlaceIn(order, runner, other => !IsSeparate(other), Time, apart);
                var bySex = IsSeparate(runner) || sex == Sex.Unknown ? 0 : PlaceIn(order, runner, other => !IsSeparate(other) && race.EntryOf(other).Sex == sex, Time, apart);
                Assert.True((overall, bySex) == (places.Overall, places.BySex), $"{where}, visit {visit}, bib '{race.EntryOf(runner).Bib}': expected {overall} and {bySex}, was {places}");
            }

            return apart.Count;
        }

        private int PlaceIn(List<int> order, int runner, Func<int, bool> inGroup, Func<int, long> time, HashSet<int> apart)
        {
            var group = order.Where(inGroup).ToList();
            var position = group.IndexOf(runner);
            while (position > 0 && !apart.Contains(group[position]) && !apart.Contains(group[position - 1]) && Shares(time(group[position]), time(group[position - 1])))
            {
                position--;
            }

            return position + 1;
        }

        private bool Shares(long one, long other)
        {
            var unit = race.Race.Resolution == TimeResolution.Tenth ? 1e5 : 1e6;
            return race.Race.Ties switch
            {
                TieRule.SharedByHiddenTime => one == other,
                TieRule.SharedByOfficialTime => Math.Ceiling(one / unit) == Math.Ceiling(other / unit),
                _ => false,
            };
        }

        private static bool Ranks(ResultStatus status, bool isFinish) => isFinish
            ? status == ResultStatus.Finished
            : status is ResultStatus.Finished or ResultStatus.OnCourse or ResultStatus.Dnf or ResultStatus.OverTimeLimit;
    }
}
