using RaceSystem.Kernel;
using RaceSystem.Results.Core.Adjudications;
using RaceSystem.Results.Core.Standings;

namespace RaceSystem.Results.Core.Anomalies;

/// <summary>Two chips on one runner that were not together, and two runners' chips that always were.</summary>
internal static class ChipsDetector
{
    /// <summary>Passings of one crossing by two chips of one runner are never so far apart.</summary>
    private const long ApartMicros = 60 * Instant.MicrosPerSecond;

    /// <summary>
    /// Two chips in one bag pass together within so much. Friends who run side by side are within a second at every mat in
    /// one pair of fifty runners (Chicago 2023), but hardly within this.
    /// </summary>
    private const long TogetherMicros = Instant.MicrosPerSecond / 2;

    private const int TogetherAtLeast = 4;

    public static IEnumerable<Anomaly> Find(FieldEvidence evidence) =>
        evidence.Races.SelectMany(race => Disagreeing(evidence, race)).Concat(Together(evidence));

    private static IEnumerable<Anomaly> Disagreeing(FieldEvidence evidence, RaceStandings race)
    {
        for (var number = 0; number < race.RunnerCount; number++)
        {
            var runner = new FieldRunner(race, number);
            var gun = race.GunOf(number)?.Micros ?? long.MinValue;
            for (var first = 0; first < runner.Entry.Chips.Count; first++)
            {
                for (var second = first + 1; second < runner.Entry.Chips.Count; second++)
                {
                    if (Disagree(evidence, runner, runner.Entry.Chips[first], runner.Entry.Chips[second], gun) is { } anomaly)
                    {
                        yield return anomaly;
                    }
                }
            }
        }
    }

    private static Anomaly? Disagree(FieldEvidence evidence, FieldRunner runner, string first, string second, long gun)
    {
        var readings = new List<AnomalyReading>();
        foreach (var point in runner.Definition.Visits.Select(visit => visit.TimingPointId).Distinct(StringComparer.Ordinal))
        {
            var (ofFirst, ofSecond) = (evidence.TimesAt(first, point, gun), evidence.TimesAt(second, point, gun));
            var aloneFirst = Alone(ofFirst, ofSecond);
            var aloneSecond = Alone(ofSecond, ofFirst);

            // A chip that was missed leaves the other alone; both alone at one mat were carried by two.
            if (aloneFirst is { } one && aloneSecond is { } other)
            {
                readings.Add(new AnomalyReading(point, runner.Bib, first, new Instant(one), "read here without the other chip"));
                readings.Add(new AnomalyReading(point, runner.Bib, second, new Instant(other), "read here without the other chip"));
            }
        }

        if (readings.Count == 0)
        {
            return null;
        }

        // The chip whose passings count less is the likelier stranger.
        var chips = Counting(evidence, runner, first) < Counting(evidence, runner, second) ? new[] { first, second } : [second, first];
        return new Anomaly(
            AnomalyIds.Of(AnomalyKind.ChipsDisagree, [runner.Entry.EntryId, .. new[] { first, second }.Order(StringComparer.Ordinal)]),
            AnomalyKind.ChipsDisagree,
            AnomalySeverity.Warning,
            runner.Definition.RaceId,
            [runner.Bib],
            $"Bib {runner.Bib} wears the chips {first} and {second}, which passed {readings.Count / 2} timing points apart from each other.")
        {
            Evidence = [.. readings.Take(Anomaly.MaxEvidence)],
            Suggestions = [.. chips.Select(chip => new Suggestion(runner.Entry.EnteredRaceId, runner.Bib, new ChipDecision(chip, Counts: false), $"Chip {chip} was not on the runner."))],
        };
    }

    private static long? Alone(List<long> times, List<long> others)
    {
        foreach (var time in times)
        {
            if (others.TrueForAll(other => Math.Abs(other - time) > ApartMicros))
            {
                return time;
            }
        }

        return null;
    }

    private static int Counting(FieldEvidence evidence, FieldRunner runner, string chip)
    {
        var count = 0;
        for (var visit = 0; visit <= runner.Finish; visit++)
        {
            count += runner.CrossingAt(visit) is { } time && evidence.TimesAt(chip, runner.Definition.Visits[visit].TimingPointId, time).Contains(time) ? 1 : 0;
        }

        return count;
    }

    private static IEnumerable<Anomaly> Together(FieldEvidence evidence)
    {
        foreach (var race in evidence.Races.Where(race => race.Visits.Count > 0))
        {
            var crossings = race.Visits.Select(visit => Enumerable.Range(0, race.RunnerCount).Select(runner => visit.CrossingOf(runner)?.Micros ?? long.MinValue).ToArray()).ToArray();
            var last = crossings[^1];
            int[] finishers = [.. Enumerable.Range(0, race.RunnerCount).Where(runner => last[runner] != long.MinValue).OrderBy(runner => last[runner]).ThenBy(runner => runner)];
            for (var i = 0; i < finishers.Length; i++)
            {
                for (var j = i + 1; j < finishers.Length && last[finishers[j]] - last[finishers[i]] <= TogetherMicros; j++)
                {
                    if (AreTogether(crossings, finishers[i], finishers[j]) && !race.EntryOf(finishers[i]).Chips.Intersect(race.EntryOf(finishers[j]).Chips, StringComparer.Ordinal).Any())
                    {
                        yield return TravelTogether(new FieldRunner(race, finishers[i]), new FieldRunner(race, finishers[j]));
                    }
                }
            }
        }
    }

    /// <summary>Measured at the same visits, everywhere at the same moment.</summary>
    private static bool AreTogether(long[][] crossings, int one, int other)
    {
        var common = 0;
        foreach (var visit in crossings)
        {
            var (first, second) = (visit[one], visit[other]);
            if ((first == long.MinValue) != (second == long.MinValue) || (first != long.MinValue && Math.Abs(first - second) > TogetherMicros))
            {
                return false;
            }

            common += first == long.MinValue ? 0 : 1;
        }

        return common >= TogetherAtLeast;
    }

    private static Anomaly TravelTogether(FieldRunner one, FieldRunner other)
    {
        string[] entries = [.. new[] { one.Entry.EntryId, other.Entry.EntryId }.Order(StringComparer.Ordinal)];
        return new Anomaly(
            AnomalyIds.Of(AnomalyKind.ChipsTogether, entries),
            AnomalyKind.ChipsTogether,
            AnomalySeverity.Notice,
            one.Definition.RaceId,
            [.. new[] { one.Bib, other.Bib }.Order(BibComparer.Instance)],
            $"The chips of the bibs {one.Bib} and {other.Bib} passed every mat within half a second of each other: one person may have carried both.")
        {
            Evidence = [.. one.Crossings().Concat(other.Crossings()).OrderBy(reading => reading.Time).Take(Anomaly.MaxEvidence)],
            Suggestions = [.. new[] { one, other }.Select(runner => new Suggestion(runner.Entry.EnteredRaceId, runner.Bib, new Disqualification(""), $"If bib {runner.Bib} did not run: the chip was carried by somebody else."))],
        };
    }
}
