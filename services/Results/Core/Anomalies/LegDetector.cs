using RaceSystem.Kernel;
using RaceSystem.Results.Core.Adjudications;
using RaceSystem.Results.Core.Standings;

namespace RaceSystem.Results.Core.Anomalies;

/// <summary>Passings that fit nowhere, and legs that a runner covered in a time that does not go with the others.</summary>
internal static class LegDetector
{
    /// <summary>A leg in less than this part of the time of the runner's other legs …</summary>
    private const double Part = 0.55;

    /// <summary>… by which at least so much was gained, is no sprint.</summary>
    private const long GainMicros = 180 * Instant.MicrosPerSecond;

    private const long ShortestLegM = 400;

    /// <summary>So soon before or after a crossing that counts a passing is of the same crossing.</summary>
    private const long SameMicros = 300 * Instant.MicrosPerSecond;

    public static IEnumerable<Anomaly> Find(FieldEvidence evidence)
    {
        foreach (var race in evidence.Races.Where(race => race.Visits.Count > 0))
        {
            for (var number = 0; number < race.RunnerCount; number++)
            {
                var runner = new FieldRunner(race, number);
                if (race.LastVisitOf(number) < 0)
                {
                    continue;
                }

                if ((Misfit(evidence, runner) ?? FastLeg(runner)) is { } anomaly)
                {
                    yield return anomaly;
                }
            }
        }
    }

    /// <summary>Whether it is about a leg's time, and not about a passing that fits nowhere.</summary>
    public static bool IsTooFast(Anomaly anomaly) => anomaly.Suggestions.Any(suggestion => suggestion.Decision is Disqualification);

    /// <summary>After the start a mat was passed that no visit takes a passing of, though the course goes there.</summary>
    private static Anomaly? Misfit(FieldEvidence evidence, FieldRunner runner)
    {
        var missed = Enumerable.Range(1, runner.Finish).Where(visit => !runner.IsMeasured(visit)).ToList();
        var begin = runner.CrossingAt(0) ?? runner.Race.GunOf(runner.Number)?.Micros;
        if (missed.Count == 0 || begin is null || runner.Entry.Chips.Count == 0)
        {
            return null;
        }

        var readings = new List<AnomalyReading>();
        foreach (var (time, point, chip) in evidence.PassingsOf(runner.Entry))
        {
            var isMissed = time > begin && missed.Exists(visit => runner.Definition.Visits[visit].TimingPointId == point);
            if (isMissed && !Counts(runner, point, time))
            {
                readings.Add(new AnomalyReading(point, runner.Bib, chip, new Instant(time), "fits no visit of the course, though one here was not measured"));
            }
        }

        return readings.Count == 0 ? null : new Anomaly(
            AnomalyIds.Of(AnomalyKind.ImpossibleLeg, runner.Entry.EntryId, "misfit"),
            AnomalyKind.ImpossibleLeg,
            AnomalySeverity.Warning,
            runner.Definition.RaceId,
            [runner.Bib],
            $"Bib {runner.Bib} was read at {string.Join(", ", readings.Select(reading => reading.TimingPointId).Distinct(StringComparer.Ordinal))} at a time that goes with no order of the course.")
        {
            Evidence = [.. readings.Concat(runner.Crossings()).OrderBy(reading => reading.Time).Take(Anomaly.MaxEvidence)],
            Suggestions =
            [
                .. missed.Where(visit => runner.Definition.Visits[visit].TimingPointId == readings[0].TimingPointId).Take(1)
                    .Select(visit => new Suggestion(runner.Entry.EnteredRaceId, runner.Bib, new CrossingOverride(runner.Definition.Visits[visit].SplitId, readings[0].Time), "If a clock was wrong or a judge saw it: let the reading count.")),
            ],
        };
    }

    private static bool Counts(FieldRunner runner, string point, long time)
    {
        for (var visit = 0; visit <= runner.Finish; visit++)
        {
            if (runner.Definition.Visits[visit].TimingPointId == point && runner.CrossingAt(visit) is { } crossing && Math.Abs(crossing - time) <= SameMicros)
            {
                return true;
            }
        }

        // Whoever finished may walk over any mat on the way home.
        return runner.CrossingAt(runner.Finish) is { } finish && time > finish;
    }

    private static Anomaly? FastLeg(FieldRunner runner)
    {
        Span<(long Micros, long Metres, int Visit)> legs = stackalloc (long, long, int)[runner.Finish + 1];
        var count = 0;
        var before = -1;
        for (var visit = 0; visit <= runner.Finish; visit++)
        {
            if (runner.CrossingAt(visit) is { } crossing)
            {
                if (before >= 0)
                {
                    legs[count++] = (crossing - runner.CrossingAt(before)!.Value, runner.Definition.Visits[visit].DistanceM - runner.Definition.Visits[before].DistanceM, visit);
                }

                before = visit;
            }
        }

        if (count < 3)
        {
            return null;
        }

        Span<double> paces = stackalloc double[count];
        for (var i = 0; i < count; i++)
        {
            paces[i] = FieldRunner.PaceOf(legs[i].Micros, legs[i].Metres);
        }

        paces.Sort();
        var usual = paces[(count - 1) / 2];
        foreach (var (micros, metres, visit) in legs[..count])
        {
            var gain = (long)(usual * metres * 1e3) - micros;
            if (metres >= ShortestLegM && FieldRunner.PaceOf(micros, metres) < Part * usual && gain >= GainMicros)
            {
                return TooFast(runner, visit, micros, metres, usual);
            }
        }

        return null;
    }

    private static Anomaly TooFast(FieldRunner runner, int visit, long micros, long metres, double usual) => new(
        AnomalyIds.Of(AnomalyKind.ImpossibleLeg, runner.Entry.EntryId, runner.Definition.Visits[visit].SplitId),
        AnomalyKind.ImpossibleLeg,
        AnomalySeverity.Warning,
        runner.Definition.RaceId,
        [runner.Bib],
        $"Bib {runner.Bib} covered the {metres} m to '{runner.Definition.Visits[visit].SplitId}' in {FieldRunner.Text(micros)}, {FieldRunner.PaceOf(micros, metres):0} s/km instead of the usual {usual:0}: a short cut, a lift or a wrong read.")
    {
        Evidence = [.. runner.Crossings().Take(Anomaly.MaxEvidence)],
        Suggestions =
        [
            new Suggestion(runner.Entry.EnteredRaceId, runner.Bib, new CrossingOverride(runner.Definition.Visits[visit].SplitId, null), "If the reading is wrong: take it away."),
            new Suggestion(runner.Entry.EnteredRaceId, runner.Bib, new Disqualification(SuspectedCuts.Rule), "If the runner left the course."),
        ],
    };
}
