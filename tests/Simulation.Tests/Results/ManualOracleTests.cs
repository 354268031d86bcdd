using System.Globalization;
using RaceSystem.Kernel;
using RaceSystem.Results.Core.Manual;
using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Core.Scoring;
using RaceSystem.Testing;

namespace RaceSystem.Simulation.Tests.Results;

/// <summary>
/// Chips and manual times together give the standings that the passings give which remain by the words of the rule, worked out
/// here with sets and without a line of the core's.
/// </summary>
public sealed class ManualOracleTests
{
    private const int Meets = 1_000;
    private const long Dawn = 1_743_900_000_000_000;
    private static readonly string[] Points = ["mat", "half", "finish"];

    [Fact]
    public void Manual_times_count_by_the_words_of_their_priority()
    {
        var seed = Seed.Next();
        var differing = 0;
        for (var i = 0; i < Meets; i++)
        {
            var random = new Random(unchecked(seed + i));
            var (actual, expected, chipsAlone) = (Scoring(random, out var race), new MeetScoring(), new MeetScoring());
            expected.SetRace(race);
            chipsAlone.SetRace(race);
            for (var runner = 0; runner < random.Next(1, 6); runner++)
            {
                AddRunner(runner, random, actual, expected, chipsAlone);
            }

            Assert.True(Text(expected) == Text(actual), $"meet {i} of seed {seed}:\n{Text(expected)}\nwas\n{Text(actual)}");
            differing += Text(actual) == Text(chipsAlone) ? 0 : 1;
        }

        Assert.InRange(differing, Meets / 4, Meets);
    }

    private static MeetScoring Scoring(Random random, out RaceDefinition race)
    {
        var scoring = new MeetScoring();
        race = new RaceDefinition
        {
            RaceId = "race",
            Visits = [new("start", "Start", "mat", 0), new("half", "Half", "half", 100), new("again", "Again", "mat", 150), new("finish", "Finish", "finish", 200)],
            WaveIds = ["a"],
            Profile = (RuleProfile)random.Next(3),
        };
        scoring.SetRace(race);
        return scoring;
    }

    private static void AddRunner(int number, Random random, MeetScoring actual, MeetScoring expected, MeetScoring chipsAlone)
    {
        var bib = number.ToString(CultureInfo.InvariantCulture);
        var hasChip = random.Next(4) > 0;
        var entry = new Entry { EntryId = "e" + bib, RaceId = "race", Bib = bib, Chips = ["C" + bib] };
        actual.SetEntry(hasChip ? entry : entry with { Chips = [] });
        chipsAlone.SetEntry(hasChip ? entry : entry with { Chips = [] });
        expected.SetEntry(entry);
        foreach (var point in Points)
        {
            long[] chip = hasChip ? [.. Enumerable.Range(0, random.Next(4)).Select(_ => TimeOf(random)).Distinct().Order()] : [];
            ManualTime[] manual = [.. Enumerable.Range(0, random.Next(4)).Select(_ => new ManualTime(TimeOf(random), random.Next(4) * 5_000_000, random.Next(2) == 0))];
            actual.SetPassings(point, "C" + bib, chip);
            chipsAlone.SetPassings(point, "C" + bib, chip);
            actual.SetManualPassings(point, bib, manual);
            expected.SetPassings(point, "C" + bib, Remaining(chip, manual));
        }
    }

    private static long[] Remaining(long[] chip, ManualTime[] manual)
    {
        var overrides = Earliest([.. manual.Where(time => time.Overrides)]);
        var fallbacks = manual.Where(time => !time.Overrides)
            .Where(time => !chip.Concat(overrides).Any(other => Distance(other, time.Micros) <= time.WindowMicros));
        return
        [
            .. chip.Where(time => !manual.Any(other => other.Overrides && Distance(other.Micros, time) <= other.WindowMicros))
                .Concat(overrides)
                .Concat(Earliest([.. fallbacks]))
                .Distinct()
                .Order(),
        ];
    }

    /// <summary>One after the other, each is left out that has a counting one before it within its window.</summary>
    private static List<long> Earliest(ManualTime[] times)
    {
        if (times.Length == 0)
        {
            return [];
        }

        var last = times.OrderBy(time => time.Micros).ThenBy(time => time.WindowMicros).Last();
        var before = Earliest([.. times.Except([last])]);
        return before.Any(time => Distance(time, last.Micros) <= last.WindowMicros) ? before : [.. before, last.Micros];
    }

    private static long Distance(long left, long right) => left > right ? left - right : right - left;

    private static long TimeOf(Random random) => Dawn + (random.Next(60) * 2_500_000);

    private static string Text(MeetScoring scoring)
    {
        scoring.SetGun("race", "a", new Instant(Dawn));
        scoring.Rescore();
        var standings = scoring.Snapshot(default);
        return StandingsText.Of(new(1, default, null, standings.Races));
    }
}
